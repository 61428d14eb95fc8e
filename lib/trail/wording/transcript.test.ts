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
      const time = (length: number) => {
        const transcript = `Visitor: ${part.repeat(length / part.length)}`;
        return bestTime(3, () => questionIn(transcript));
      };
      // A thousand letters took a tenth of a second, and eight times as many five hundred times that.
      expect(time(8_000) / Math.max(time(1_000), 0.5)).toBeLessThan(50);
      expect(questionIn("a".repeat(100_000))).toBeNull();
    },
  );
});
