import { analyzeText } from "./analyze-text";
import { NO_STEMMER } from "./stem-word";

/** What a node stores so that it is found by its words. */
export interface IndexedText {
  /**
   * The stems, each between two blanks of its own, so that ` war ` counts occurrences by plain text functions and ` a  b `
   * is a phrase; line breaks part one text from the next.
   */
  readonly searchText: string;
  /** The same with unstemmed words; absent where nothing is stemmed. */
  readonly searchWords?: string;
}

/** @returns null where the texts hold no word */
export function indexedText(texts: readonly string[], stemmer: string): IndexedText | null {
  const analyzed = texts.map((text) => analyzeText(text, stemmer)).filter((tokens) => tokens.length > 0);
  if (analyzed.length === 0) return null;
  const join = (form: "stem" | "word"): string => analyzed.map((tokens) => tokens.map((token) => ` ${token[form]} `).join("")).join("\n");
  return stemmer === NO_STEMMER ? { searchText: join("stem") } : { searchText: join("stem"), searchWords: join("word") };
}
