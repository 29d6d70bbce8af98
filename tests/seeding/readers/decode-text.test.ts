import { TextPieces } from "../../../src/seeding/readers/decode-text";
import type { EncodingProblem } from "../../../src/seeding/readers/decode-text";

function decode(bytes: Buffer, encoding?: string, size = 1): { text: string; problem: EncodingProblem | undefined } {
  const pieces = new TextPieces(encoding);
  let text = "";
  for (let at = 0; at < bytes.length; at += size) text += pieces.push(bytes.subarray(at, at + size));
  text += pieces.end();
  return { text, problem: pieces.problem };
}

const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const WORDS = `Žluťoučký kůň 😀 úpěl ďábelské ódy, and so on, and so forth, until the sixty-four bytes are long over. `;

describe.each([1, 3, 64, 1000])("a text in pieces of %i bytes", (size) => {
  it.each([
    ["UTF-8", Buffer.from(WORDS), undefined],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${WORDS}`), undefined],
    ["UTF-16, little-endian, by its mark", Buffer.from(`\uFEFF${WORDS}`, "utf16le"), undefined],
    ["UTF-16, big-endian, by its mark", utf16be(`\uFEFF${WORDS}`), undefined],
    ["UTF-16 as declared", Buffer.from(WORDS, "utf16le"), "utf-16le"],
  ])("is decoded from %s", (_name, bytes, encoding) => {
    expect(decode(bytes, encoding, size)).toEqual({ text: WORDS, problem: undefined });
  });

  it("is decoded from windows-1250 as declared", () => {
    expect(decode(Buffer.from([0x8a, 0x9a, 0xec, 0xf8, 0x41]), "windows-1250", size).text).toBe("ŠšěřA");
  });

  it("is decoded from windows-1252, whose marks Node itself leaves out", () => {
    expect(decode(Buffer.from([0x93, 0x80, 0xe9, 0x94]), "iso-8859-1", size).text).toBe("“€é”");
  });

  it("is decoded from Shift_JIS as declared", () => {
    expect(decode(Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x41]), "shift_jis", size).text).toBe("日本A");
  });

  it("ends at the first byte that does not fit, with its offset", () => {
    const { text, problem } = decode(Buffer.concat([Buffer.from(WORDS), Buffer.from([0xe8, 0x41]), Buffer.from(WORDS)]), undefined, size);
    expect([text, problem?.offset]).toEqual([WORDS, Buffer.byteLength(WORDS)]);
  });

  it("is said to be cut off where it ends within a character", () => {
    const { problem } = decode(Buffer.from("So it ends: 😀").subarray(0, -2), undefined, size);
    expect(problem).toMatchObject({
      offset: 12,
      message: expect.stringContaining("the file ends within a character, at byte 12 (0xF0)") as string,
    });
  });
});

describe("a text whose encoding is not declared", () => {
  it.each([
    ["windows-1252", [0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x6e, 0x61, 0xef, 0x66]],
    ["windows-1250", [0x8e, 0x6c, 0x75, 0x9d, 0x6f, 0x75, 0xe8, 0x6b, 0xfd, 0x20, 0x6b, 0xf9, 0xf2]],
    ["windows-1251", [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0]],
    ["macintosh", [0x8e, 0x74, 0x8e, 0x20, 0x8f, 0x20, 0xd2, 0x88, 0xd3]],
  ])("is guessed to be %s", (label, bytes) => {
    expect(decode(Buffer.from(bytes)).problem?.message).toContain(`looks like ${label}: add encoding: ${label}`);
  });

  it("is said to be UTF-16 where every second byte is zero", () => {
    expect(decode(Buffer.from("name;party\n", "utf16le")).problem?.message).toBe(
      "the file looks like UTF-16 (little-endian) without a byte order mark; add encoding: utf-16le",
    );
  });

  it("is said to be gzip where it is", () => {
    expect(decode(Buffer.from([0x1f, 0x8b, 8, 0, 0])).problem?.message).toContain("compressed with gzip");
  });
});

describe("a declared encoding", () => {
  it("is refused where nobody knows it, with some that are known", () => {
    expect(decode(Buffer.from("a"), "windows-9999").problem?.message).toMatch(
      /"windows-9999" is no encoding that is known; some are utf-8, /,
    );
  });

  it("is refused where the byte order mark is another's", () => {
    expect(decode(Buffer.from("\uFEFFabc", "utf16le"), "windows-1250").problem?.message).toContain(
      "the byte order mark of UTF-16 (little-endian)",
    );
  });

  it("is refused where letters come out as control characters, with a guess", () => {
    const { text, problem } = decode(Buffer.from([0x61, 0x8a, 0x9a, 0x9e, 0xec, 0xf8]), "iso-8859-2");
    expect([text, problem]).toEqual([
      "a",
      { offset: 1, before: "a", message: expect.stringContaining("byte 0x8A is a control character in iso-8859-2") as string },
    ]);
  });

  it("of UTF-16 does not pass half a surrogate pair", () => {
    expect(decode(Buffer.from("ab\ud800cd", "utf16le"), "utf-16le").problem?.offset).toBe(4);
  });
});
