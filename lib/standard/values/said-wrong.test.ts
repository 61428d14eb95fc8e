import { describe, expect, it } from "vitest";
import { prevailing, type StoredValue, whyPrevails } from "./prevailing";
import { wrongnessOf } from "./said-wrong";

const wrong = {
  value: "+4740612345",
  by: "Marcus",
  at: "2026-06-04T10:00:00.000Z",
  handoffId: "1",
};
const value = (rest: Partial<StoredValue>): StoredValue => ({
  fieldId: "C1.5",
  value: "+4740612345",
  source: "form",
  obtainedAt: "2026-06-03T10:00:00.000Z",
  verified: false,
  ...rest,
});
const marked = value({
  source: "enrichment",
  provider: "Apollo",
  verified: true,
  wrongValues: [wrong],
});
const later = { obtainedAt: "2026-06-05T10:00:00.000Z" };

describe("Q.5 a value that was said to be wrong", () => {
  it("never prevails, whichever source gives it, verified or not, and also when it comes again", () => {
    expect(prevailing([marked])).toBeNull();
    expect(prevailing([marked, value({})])).toBeNull();
    const again = value({ source: "enrichment", provider: "ZoomInfo", verified: true, ...later });
    expect(prevailing([marked, again])).toBeNull();
    expect(prevailing([{ ...marked, ...later }])).toBeNull();
  });

  it("gives way to another value, however poor, and that is said", () => {
    const other = value({ value: "+4740699999" });
    expect(prevailing([marked, other])).toBe(other);
    expect(whyPrevails([marked, other])).toBe("What Apollo gave was said to be wrong.");
  });

  it("counts again once a person writes it down after that, not where one had before", () => {
    const before = value({ source: "person", provider: "Omar", verified: true });
    const after = { ...before, ...later };
    expect(prevailing([marked, before])).toBeNull();
    expect(prevailing([marked, after])).toBe(after);
  });

  it("is wrong again once somebody says so of what the person wrote, too", () => {
    const typed = value({ source: "person", provider: "Omar", ...later });
    const again = { ...wrong, by: "Jonas", at: "2026-06-06T10:00:00.000Z" };
    for (const wrongValues of [
      [wrong, again],
      [again, wrong],
    ]) {
      expect(wrongnessOf({ ...typed, wrongValues }, [{ ...typed, wrongValues }])).toEqual(again);
    }
    const newer = { ...typed, obtainedAt: "2026-06-07T10:00:00.000Z", wrongValues: [wrong, again] };
    expect(prevailing([newer])).toBe(newer);
  });

  it("stays known when the source has said something else since", () => {
    const moved = { ...marked, value: "+4740699999", ...later };
    const flipped = value({ source: "enrichment", provider: "ZoomInfo" });
    expect(prevailing([moved, flipped])).toBe(moved);
    expect(wrongnessOf(flipped, [moved, flipped])).toEqual(wrong);
  });

  it("is told apart by what it says, not by its case or spaces", () => {
    const email = { fieldId: "C1.4", value: "Ingrid@Nordlys.example " } as const;
    const said = { ...wrong, value: "ingrid@nordlys.example" };
    const given = value({ ...email, wrongValues: [said] });
    expect(wrongnessOf(given, [given])).toEqual(said);
  });

  it("is known again in whatever order its parts come, since the database keeps its own", () => {
    const range = { fieldId: "C2.1", value: { atLeast: 51, atMost: 200 } } as const;
    const said = { ...wrong, value: { atMost: 200, atLeast: 51 } };
    const stored = value({ ...range, value: said.value, wrongValues: [said] });
    const again = value({ ...range, source: "enrichment", provider: "Apollo", verified: true });
    expect(prevailing([stored, again])).toBeNull();
    const other = { ...again, value: { atLeast: 201, atMost: 500 } };
    expect(prevailing([stored, other])).toBe(other);
  });
});
