import { describe, expect, it } from "vitest";
import { attemptInput, missingInput, rejectInput } from "./input";

const handoffId = "0b7d4d0e-5b0c-4a7e-9f0f-4b1d6f1f7a11";
const faults = (result: ReturnType<typeof rejectInput.safeParse>) =>
  result.error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("Q.2 an attempt", () => {
  it("says how and what came of it; words may stay empty", () => {
    const given = { kind: "call", result: "no_answer", words: "  " };
    expect(attemptInput.parse(given)).toEqual({ ...given, words: undefined });
  });

  it("names what was not chosen", () => {
    const result = attemptInput.safeParse({ kind: "call", result: null });
    expect(result.error?.issues[0]).toMatchObject({
      path: ["result"],
      message: "Choose what came of it.",
    });
  });
});

describe("Q.5 a rejection", () => {
  it("needs a reason from the fixed list", () => {
    const unlisted = rejectInput.safeParse({ handoffId, reason: "did not feel like it" });
    expect(faults(unlisted)).toEqual([["reason", "Choose a reason."]]);
  });

  it("names the field where contact data are wrong", () => {
    const unnamed = { handoffId, reason: "wrong_contact_data", fieldId: "", words: "" };
    expect(faults(rejectInput.safeParse(unnamed))).toEqual([
      ["fieldId", "Say which one is wrong."],
    ]);
    expect(rejectInput.parse({ ...unnamed, fieldId: "C1.5" })).toMatchObject({ fieldId: "C1.5" });
  });

  it("says in words what the list does not", () => {
    expect(faults(rejectInput.safeParse({ handoffId, reason: "other", words: " " }))).toEqual([
      ["words", "Say in a few words why."],
    ]);
  });
});

describe("Q.6 something was missing", () => {
  it("names a field of the standard", () => {
    expect(missingInput.safeParse({ handoffId, fieldId: "C2.2" }).success).toBe(true);
    expect(missingInput.safeParse({ handoffId, fieldId: "C9.9" }).success).toBe(false);
  });
});
