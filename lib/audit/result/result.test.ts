import { describe, expect, it } from "vitest";
import type { CategoryKey, Completeness, FieldId } from "@/lib/standard/categories";
import { CATEGORY_KEYS } from "@/lib/standard/categories";
import type { Verdict } from "@/lib/standard/field";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import { rateOf } from "@/lib/statistics/rate";
import { changesSince } from "./earlier";
import { categoryResults, fieldResults, type Judged, type WindowCounts } from "./result";
import { disagreementWords, leastToShow, sizeWords, targetWords } from "./words";

type Said = Partial<Record<CategoryKey, [Verdict, FieldId[]]>>;

/** A lead that is complete but for what is said of it. */
function lead(machine: Partial<Completeness>, missing: FieldId[], said: Said): Judged {
  const complete = Object.fromEntries(CATEGORY_KEYS.map((key) => [key, "complete"]));
  const verdicts = { ...complete, ...machine } as Completeness;
  const judgements = CATEGORY_KEYS.map((category) => {
    const [verdict, fieldIds] = said[category] ?? [verdicts[category], []];
    return [category, { category, verdict, fieldIds, reason: said[category] ? "Seen." : null }];
  });
  return { machine: verdicts, missing, said: Object.fromEntries(judgements) };
}

const everyVerdict = { complete: 0, partial: 0, absent: 0 };
const window = (complete: number, of: number): WindowCounts =>
  Object.fromEntries(
    CATEGORY_KEYS.map((key) => [key, { ...everyVerdict, complete, partial: of - complete }]),
  ) as WindowCounts;

/** Counted by hand: four leads, of which one has a stale title and one an empty summary. */
const FOUR = [
  lead({}, [], {}),
  lead({}, [], { contactBasics: ["partial", ["C1.2"]] }),
  lead({ behavioralTrail: "partial" }, ["C3.9"], {}),
  lead({ behavioralTrail: "partial" }, ["C3.9"], { behavioralTrail: ["absent", ["C3.8"]] }),
];

describe("A.3 the result of an audit", () => {
  it("equals a count by hand", () => {
    const contactBasics = { complete: 300, partial: 10, absent: 2 };
    const all = { ...window(300, 312), contactBasics };
    const results = categoryResults(FOUR, all, DEFAULT_STANDARD);
    const [contact, , trail] = results;
    expect(contact).toMatchObject({ counts: { complete: 3, partial: 1, absent: 0 }, target: 0.9 });
    expect(contact?.machine?.complete).toBe(4);
    expect(contact?.window).toEqual({ complete: 300, of: 312 });
    expect(trail).toMatchObject({ counts: { complete: 2, partial: 1, absent: 1 }, target: null });
    const fields = fieldResults(FOUR).map(({ fieldId, rate }) => [fieldId, rate.complete, rate.of]);
    expect(fields).toEqual([
      ["C3.9", 2, 4],
      ["C1.2", 1, 4],
      ["C3.8", 1, 4],
    ]);
  });

  it("has a target for what the written standard makes a gate, and for nothing else", () => {
    const gates = ["contactBasics", "behavioralTrail"] as const;
    const targets = categoryResults(FOUR, null, { gates }).map(({ target }) => target);
    expect(targets).toEqual([0.9, null, 0.9, null, null]);
  });

  it("says what 20 leads can and cannot show", () => {
    // Wilson's interval of 18 of 20: 0.699 to 0.972 (Newcombe 1998).
    const words = (complete: number, of: number) => {
      const rate = rateOf(complete, of);
      return rate && targetWords(rate, 0.9, "en-GB");
    };
    expect(words(18, 20)).toBe(
      "18 of 20: 70% to 97% of all. Whether that is above 90% stays open.",
    );
    expect(words(12, 20)).toBe("12 of 20: 39% to 78% of all. That is below 90%.");
    expect(words(20, 20)).toContain("Whether that is above 90% stays open.");
    expect(words(60, 60)).toBe("60 of 60: 94% to 100% of all. That is above 90%.");
    expect(sizeWords(20, 0.9, "en-GB")).toBe(
      "20 leads cannot show more than 90%, even if all are complete: that takes 35.",
    );
    expect(rateOf(35, 35)?.low).toBeGreaterThan(0.9);
    expect(rateOf(34, 34)?.low).toBeLessThan(0.9);
    expect(leastToShow(0.9)).toBe(35);
    expect(sizeWords(35, 0.9, "en-GB")).toBeNull();
  });

  it("notes where the machine's count of all handoffs lies outside of the sample's interval", () => {
    const judged = Array.from({ length: 20 }, (_, at) =>
      at < 12 ? lead({}, [], {}) : lead({}, [], { contactBasics: ["partial", ["C1.2"]] }),
    );
    const [contact, company] = categoryResults(judged, window(312, 312), DEFAULT_STANDARD);
    expect(contact && disagreementWords(contact, "en-GB")).toBe(
      "Of all 312 handoffs the machine counts 100% as complete; the sample says 39% to 78%. People find less than the machine counts.",
    );
    expect(company && disagreementWords(company, "en-GB")).toBeNull();
  });

  it("says what changed since an earlier audit only where chance cannot have made it", () => {
    const sample = (complete: number) =>
      categoryResults(
        Array.from({ length: 20 }, (_, at) =>
          at < complete ? lead({}, [], {}) : lead({}, [], { contactBasics: ["partial", ["C1.2"]] }),
        ),
        null,
        DEFAULT_STANDARD,
      );
    const [small] = changesSince(sample(18), sample(15));
    expect(small).toMatchObject({ key: "contactBasics", shown: false });
    expect(small?.difference.by).toBeCloseTo(0.15, 10);
    expect(changesSince(sample(19), sample(8))[0]?.shown).toBe(true);
  });
});
