import { describe, expect, it } from "vitest";
import { csvFile } from "./line";

describe("A.6 a table as CSV", () => {
  it("runs in no spreadsheet, quotes what needs it, and is read as UTF-8", () => {
    const file = csvFile(["Lead", "Reason"], [['=HYPERLINK("https://x")', "one, two\nthree"]]);
    expect(file).toBe('\ufeffLead,Reason\r\n"\'=HYPERLINK(""https://x"")","one, two\nthree"\r\n');
  });
});
