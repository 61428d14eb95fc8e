import { describe, expect, it } from "vitest";
import type { FieldValue } from "@/lib/standard/field";
import { takenWords } from "./taken-words";

const of = (value: number, source: FieldValue["source"], modelTotal?: number): FieldValue => ({
  ...{ value, source, provider: source === "map" ? "Marketo" : "Baton", verified: true },
  ...{ obtainedAt: "2026-06-03T10:00:00.000Z" },
  ...(modelTotal === undefined ? {} : { detail: { modelTotal } }),
});

describe("C4 numbers that a MAP computed", () => {
  it("are labelled each by itself, beside what the model says", () => {
    const fields = {
      "C4.1": of(72, "map", 58),
      "C4.2": of(60, "map", 50),
      "C4.3": of(3, "scoring"),
    };
    expect(takenWords(fields, "en-GB")).toBe(
      "Taken from Marketo: the total (the model says 58) and fit (the model says 50).",
    );
    expect(takenWords({ "C4.1": of(58, "scoring"), "C4.4": of(9, "map", 12) }, "en-GB")).toBe(
      "Taken from Marketo: behavior (the model says 12).",
    );
  });

  it("are none where the model's count, or a person's", () => {
    expect(takenWords({ "C4.1": of(58, "scoring") }, "en-GB")).toBeNull();
    expect(takenWords({ "C4.1": of(70, "person", 58) }, "en-GB")).toBeNull();
  });
});
