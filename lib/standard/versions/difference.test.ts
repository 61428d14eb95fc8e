import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldId } from "../categories";
import { DEFAULT_STANDARD, type Requirement } from "../standard";
import { arbitraryStandard } from "../testing/arbitrary-standard";
import { unsound } from "../values/soundness";
import { contested, differences, type StandardTerms, writtenOver } from "./difference";

const base: StandardTerms = DEFAULT_STANDARD;

function changed(id: FieldId, part: Partial<Requirement>, from = base): StandardTerms {
  const requirement = { ...from.requirements[id], ...part };
  return { ...from, requirements: { ...from.requirements, [id]: requirement } };
}
const texts = (after: StandardTerms, before = base) =>
  differences(before, after).map(({ text }) => text);

describe("D.2 the difference between two versions", () => {
  it("names the field and what became of it", () => {
    expect(texts(changed("C1.5", { level: "recommended" }))).toEqual([
      "Direct phone: required → recommended",
    ]);
    expect(
      texts(changed("C1.3", { trust: "verified", owner: "Campaigns", source: "CRM" })),
    ).toEqual([
      "Company name: captured → verified",
      "Company name: owner Marketing ops → Campaigns",
      "Company name: from Form → from CRM",
    ]);
  });

  it("says first which categories began or ceased to hold leads", () => {
    const stricter = { ...changed("C1.5", { level: "optional" }) };
    stricter.gates = [...base.gates, "behavioralTrail"];
    expect(texts(stricter)[0]).toBe("Behavioral trail now holds leads");
    expect(texts(base, stricter)[0]).toBe("Behavioral trail no longer holds leads");
  });

  it("is empty for the same terms, and as long both ways", () => {
    fc.assert(
      fc.property(arbitraryStandard, arbitraryStandard, (one, other) => {
        expect(differences(one, one)).toEqual([]);
        expect(differences(one, other)).toHaveLength(differences(other, one).length);
      }),
    );
  });
});

describe("two people who write one draft", () => {
  it("lose no word: what one changed is written over what the other saved", () => {
    const mine = changed("C1.5", { level: "recommended" });
    const theirs = changed("C2.4", { level: "optional" });
    expect(texts(writtenOver(base, mine, theirs))).toEqual([
      "Direct phone: required → recommended",
      expect.stringContaining("→ optional"),
    ]);
    expect(contested(base, mine, theirs)).toEqual([]);
  });

  it("are told where both changed the same thing", () => {
    const mine = changed("C1.5", { level: "recommended" });
    const theirs = changed("C1.5", { level: "optional" });
    expect(contested(base, mine, theirs).map(({ text }) => text)).toEqual([
      "Direct phone: optional → recommended",
    ]);
  });

  it("keep all that is mine and, elsewhere, all that is theirs", () => {
    fc.assert(
      fc.property(arbitraryStandard, arbitraryStandard, arbitraryStandard, (from, mine, theirs) => {
        const both = writtenOver(from, mine, theirs);
        const places = differences(from, mine).map(({ field, part, category }) =>
          [category, field, part].join(),
        );
        const unlikeTheirs = differences(theirs, both).map(({ field, part, category }) =>
          [category, field, part].join(),
        );
        expect(unlikeTheirs.every((place) => places.includes(place))).toBe(true);
        const lost = differences(both, mine).map(({ field, part, category }) =>
          [category, field, part].join(),
        );
        expect(lost.some((place) => places.includes(place))).toBe(false);
      }),
    );
  });
});

describe("G.4 what cannot become a version", () => {
  it("is one that lets a lead pass without the first two categories", () => {
    expect(unsound(base)).toBeNull();
    expect(unsound({ ...base, gates: ["contactBasics"] })).toBe(
      "Company intelligence always holds leads.",
    );
  });

  it("is one whose gate asks for nothing", () => {
    const requirements = Object.fromEntries(
      Object.entries(base.requirements).map(([id, requirement]) => [
        id,
        { ...requirement, level: id.startsWith("C1") ? "recommended" : requirement.level },
      ]),
    ) as Record<FieldId, Requirement>;
    expect(unsound({ ...base, requirements })).toContain("Contact basics holds leads");
  });

  it("is one that leaves a field without an owner", () => {
    expect(unsound(changed("C3.1", { owner: "" }))).toContain("needs an owner");
  });
});
