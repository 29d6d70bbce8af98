import { createHash } from "node:crypto";
import { AuditedFiles, MAX_NAMED } from "../../src/commands/audited-files";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function readMany(count: number): { files: AuditedFiles; lines: string } {
  const files = new AuditedFiles();
  let lines = "";
  for (let number = 0; number < count; number++) {
    const file = { path: `texts/${String(number)}.txt`, sha256: sha256(String(number)) };
    files.add(file);
    lines += `${file.sha256}  ${file.path}\n`;
  }
  return { files, lines };
}

describe("the files of a load in the audit log", () => {
  it("are named one by one as long as there are not too many, with a hash over what sha256sum prints of them", () => {
    const { files, lines } = readMany(MAX_NAMED);
    const { count, sha256: all, each } = files.read();
    expect([count, all, each?.length]).toEqual([MAX_NAMED, sha256(lines), MAX_NAMED]);
  });

  it("are one hash where there are more, so that 10,000 of them do not make a line that nobody can take", () => {
    const { files, lines } = readMany(10_000);
    expect(files.read()).toEqual({ count: 10_000, sha256: sha256(lines) });
  });

  it("stand there once, also where several tables are made of one file", () => {
    const { files } = readMany(2);
    files.add({ path: "texts/0.txt", sha256: sha256("0") });
    expect(files.read().count).toBe(2);
  });
});
