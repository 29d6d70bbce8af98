import { printable } from "../../src/commands/printable";

describe("printable", () => {
  it("lets lines and letters of every script through", () => {
    const text = "a\nقاسم سلیمانی می‌خواهم 🙂";
    expect(printable(text)).toBe(text);
  });

  it("shows what a terminal would obey, or what turns a line round", () => {
    expect(printable("\u001b[31m\r\u009b\u0000\u202e\u2028")).toBe("\\u001b[31m\\u000d\\u009b\\u0000\\u202e\\u2028");
  });
});
