import { describe, expect, it } from "vitest";
import { sentenceCount } from "./sentences";

describe("C3.9 the sentences of a summary", () => {
  it("counts what is finished and what is not", () => {
    expect(sentenceCount("")).toBe(0);
    expect(sentenceCount("  \n ")).toBe(0);
    expect(sentenceCount("Asked for a demo. Read /pricing twice")).toBe(2);
  });

  it("does not take a number or a path for the end of one", () => {
    expect(sentenceCount("Spent 4.5 minutes on /docs/v2.1 and left.")).toBe(1);
  });

  it("counts questions, quotations and other scripts", () => {
    expect(sentenceCount("Asked “Is it SOC 2?” in the chat. Then left.")).toBeGreaterThanOrEqual(2);
    expect(sentenceCount("資料を請求しました。価格も見ました。")).toBe(2);
  });
});
