/** A text of at most so many characters (code points), cut behind a word where one ends there, with … in place of the rest. */
export function cutText(text: string, length: number): string {
  const points = [...text];
  if (points.length <= length) return text;
  const start = points.slice(0, length - 1).join("");
  const atWord = /^(.*\S)\s+\S*$/su.exec(start)?.[1] ?? start;
  return `${atWord}…`;
}
