import { describe, expect, it } from "vitest";
import type { FieldId, FieldValues } from "@/lib/standard/categories";
import type { Verdict } from "@/lib/standard/field";
import { authorOf, type Checked, fakeCases, fakeRates } from "./fakes";

const titled = (provider: string): FieldValues => ({
  "C1.2": {
    ...{ value: "VP Operations", source: "enrichment", verified: true, provider },
    obtainedAt: "2026-06-01T00:00:00Z",
  },
});
const lead = (fields: FieldValues, verdict: Verdict, fieldIds: FieldId[] = []): Checked => ({
  ...{ auditId: "a", place: 1, name: "Ingrid Solberg", auditor: "Helle", fields, summary: null },
  category: "contactBasics",
  judgement: { category: "contactBasics", verdict, fieldIds, reason: null },
});

describe("A.2 fake completeness", () => {
  it("is counted by field and author, against all that the author filled", () => {
    const checked = [
      lead(titled("Apollo"), "partial", ["C1.2"]),
      lead(titled("Apollo"), "complete"),
      lead(titled("Apollo"), "complete"),
      lead(titled("Clearbit"), "complete"),
    ];
    expect(fakeRates(checked)).toMatchObject([
      { fieldId: "C1.2", author: { name: "Apollo" }, rate: { complete: 1, of: 3 } },
    ]);
    expect(fakeCases(checked)).toHaveLength(1);
  });

  it("puts the most frequent first, and of as many the larger share of its author's", () => {
    const checked = [
      ...["Once", "Often", "Often", "Rare", "Rare"].map((name) =>
        lead(titled(name), "partial", ["C1.2"]),
      ),
      lead(titled("Rare"), "complete"),
    ];
    const names = fakeRates(checked).map(({ author }) => author.name);
    expect(names).toEqual(["Often", "Rare", "Once"]);
  });

  it("takes a summary for whoever wrote it, and a draft for the draft", () => {
    const summary = { text: "Reads a lot.", author: "Sofia", at: "2026-06-01T00:00:00Z" };
    const by = (draft: boolean) => authorOf("C3.9", { fields: {}, summary: { ...summary, draft } });
    expect(by(false)).toEqual({ name: "Sofia", source: "person" });
    expect(by(true)?.name).toBe("The draft");
    const ofTitle = { fields: titled("Apollo"), summary: { ...summary, draft: false } };
    expect(authorOf("C1.2", ofTitle)).toEqual({ name: "Apollo", source: "enrichment" });
    expect(authorOf("C1.2", { ...ofTitle, fields: titled(" ") })?.name).toBe("Enrichment");
    expect(authorOf("C1.2", { fields: {}, summary: null })).toBeNull();
  });
});
