import { describe, expect, it } from "vitest";
import { bestTime } from "@/lib/platform/testing/best-time";
import { questionIn } from "./transcript";

describe("C3.5 a chat's question", () => {
  it.each([
    [
      "Visitor: Hi\nAgent: What can I do?\nVisitor: Do you connect to SAP?",
      "Do you connect to SAP?",
    ],
    ["Do you connect to SAP?", "Do you connect to SAP?"],
    ["[14:22] Ingrid (Nordlys): Nice. And rollback?", "And rollback?"],
    ["Sales bot: May I help?\nIngrid: No, thanks.", null],
    ["Visitor: ???", null],
    ["Visitor: Hello. And the price ?", "And the price ?"],
    ["お客様：こんにちは。SAPと連携できますか？", "SAPと連携できますか？"],
  ])("finds in %j: %j", (transcript, question) => {
    expect(questionIn(transcript)).toBe(question);
  });

  it.each(["a", " a", "a ?!", "Agent: "])(
    "is looked for in no more than its length: %j",
    (part) => {
      const of = (length: number) => () =>
        questionIn(`Visitor: ${part.repeat(length / part.length)}`);
      // Milliseconds; a pattern that goes back over the line takes seconds for this, and days for the longest.
      expect(bestTime(2, of(3_000))).toBeLessThan(500);
      expect(bestTime(2, of(100_000))).toBeLessThan(5_000);
    },
  );
});
