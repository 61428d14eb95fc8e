import { describe, expect, it } from "vitest";
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
    ["お客様：こんにちは。SAPと連携できますか？", "SAPと連携できますか？"],
  ])("finds in %j: %j", (transcript, question) => {
    expect(questionIn(transcript)).toBe(question);
  });
});
