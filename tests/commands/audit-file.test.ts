import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AuditFile } from "../../src/commands/audit-file";

const folder = mkdtempSync(join(tmpdir(), "quoth-audit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function append(path: string, line: string): void {
  const file = AuditFile.open(path);
  file.append(line);
  file.close();
}

describe("the file of the audit log", () => {
  it("keeps what is in it, is made where it is missing, and is nobody's but its owner's and group's", () => {
    const path = join(folder, "kept.log");
    append(path, "one");
    append(path, "two");
    expect([readFileSync(path, "utf8"), statSync(path).mode & 0o007]).toEqual(["one\ntwo\n", 0]);
  });

  it("begins a new line behind one that was cut off", () => {
    const path = join(folder, "torn.log");
    writeFileSync(path, '{"msg":"lo');
    append(path, "whole");
    expect(readFileSync(path, "utf8")).toBe('{"msg":"lo\nwhole\n');
  });

  it.each([
    ["its folder is missing", join(folder, "missing", "audit.log"), /ENOENT/],
    ["it is a folder", folder, /EISDIR/],
    ["it is a device", "/dev/null", /no file/],
  ])("is refused where %s, with the setting", (_case, path, reason) => {
    expect(() => AuditFile.open(path)).toThrow(
      expect.objectContaining({ code: "CANNOT_RUN", message: expect.stringMatching(reason) as string }) as Error,
    );
    expect(() => AuditFile.open(path)).toThrow(/QUOTH_AUDIT_LOG/);
  });
});
