import { describe, expect, it } from "vitest";
import { chooseOwner } from "./owner";
import { DEFAULT_ROUTING, type RoutingSettings } from "./rule-book";
import { lead, rep } from "./testing/team";

/** A Wednesday. */
const now = new Date("2026-06-03T10:00:00Z");
const monday = Date.parse("2026-06-08T06:00:00Z");
const fallback = { id: "helle", name: "Helle", isNamed: true };
const settings = DEFAULT_ROUTING;
const amara = rep("Amara", { territory: ["NO", "SE"], territoryName: "Nordics" });
const jonas = rep("Jonas", { segments: ["large"] });
const LEAD = lead({ country: "NO" });

describe("C5.2 a lead that no rule gives to anybody always gets an owner", () => {
  const gone = rep("Helle", { presence: { is: "away", until: monday } });
  const full = rep("Jonas", { cap: 3, openLeads: 3 });
  const standsIn = { id: "jonas", name: "Jonas", isNamed: false };
  const onlyTerritory = settings.rules.filter(({ kind }) => kind === "territory");
  const last = (
    reps: ReturnType<typeof rep>[],
    who: typeof fallback | null,
    notTo: string[] = [],
    rules: RoutingSettings["rules"] = onlyTerritory,
  ) =>
    chooseOwner(LEAD, { reps, fallback: who }, { rules, segments: [] }, now, {
      notTo,
      because: notTo.length > 0 ? "Not answered in time." : "",
    });

  it("from those who can take it, while the fallback is away", () => {
    expect(last([gone, jonas], fallback)).toMatchObject({
      ...{ ownerId: "jonas", byFallback: true },
      reason:
        "Yours: no rule found anybody who can take it, and the fallback is away until Monday; nobody covers Norway",
      path: [
        "Territory: nobody covers Norway.",
        "Fallback: no rule found anybody; Helle is away until Monday; Jonas gets it.",
      ],
    });
  });

  it("the fallback although away, where nobody can take it, and says why", () => {
    expect(last([gone, full], fallback, [], settings.rules)).toMatchObject({
      ...{ ownerId: "helle", byFallback: true },
      reason: expect.stringMatching(/^Yours: nobody can take it now, and you are the fallback; /),
      path: expect.arrayContaining([
        "Fallback: no rule found anybody; Helle is away until Monday; nobody else can take it; Helle gets it.",
      ]),
    });
  });

  it("somebody away rather than at their cap, where no fallback is named and nobody can take it", () => {
    expect(last([gone, full], standsIn)).toMatchObject({
      ...{ ownerId: "helle", byFallback: true },
      path: expect.arrayContaining([
        expect.stringMatching(/nobody can take it; Helle, who is away until Monday, stands in/),
      ]),
    });
  });

  it("whoever stands in, while they are not at their cap", () => {
    const siv = rep("Siv", { presence: { is: "away", until: monday }, credit: 100 });
    const who = { id: "helle", name: "Helle", isNamed: false };
    expect(last([siv, gone, full], who)?.ownerId).toBe("helle");
    expect(last([siv, { ...gone, cap: 1, openLeads: 1 }, full], who)?.ownerId).toBe("siv");
  });

  it("whoever stands in, over their cap only where all are at theirs", () => {
    const goneFull = { ...gone, cap: 1, openLeads: 1 };
    expect(last([goneFull, full], standsIn)).toMatchObject({
      ...{ ownerId: "jonas", byFallback: true },
      reason:
        "Yours: nobody can take it now, no fallback is named, and you stand in; nobody covers Norway",
      path: [
        "Territory: nobody covers Norway.",
        "Fallback: no rule found anybody; no fallback is named; nobody can take it; Jonas, who has 3 open leads, as many as allowed, stands in and gets it.",
      ],
    });
  });

  it("by turns of those who can take it and not of whoever stands in, while there are any", () => {
    const behind = rep("Rosa", { credit: 100 });
    const chosen = last([jonas, behind], standsIn);
    expect(chosen).toMatchObject({ ownerId: "rosa", byFallback: true });
    expect(chosen?.credits).toHaveLength(2);
    expect(chosen?.path.at(-1)).toBe("Fallback: no rule found anybody; Rosa gets it.");
  });

  it("but is taken from nobody for one who can take nothing", () => {
    for (const who of [fallback, standsIn]) {
      expect(last([amara, gone, full], who, ["amara"], settings.rules)).toBeNull();
    }
    expect(last([amara, gone], fallback, ["helle"])).toMatchObject({ ownerId: "amara" });
  });

  describe("Q.5 whoever sent it back", () => {
    const again = (
      reps: ReturnType<typeof rep>[],
      who: typeof fallback | null,
      rules = onlyTerritory,
      lastTo = ["helle"],
    ) =>
      chooseOwner(LEAD, { reps, fallback: who }, { rules, segments: [] }, now, {
        ...{ notTo: [], lastTo, because: "Helle sent it back." },
      });

    it("does not get it as the fallback, while another has access who can take nothing either", () => {
      const away = rep("Siv", { presence: { is: "away", until: monday } });
      expect(again([gone, away], fallback)).toMatchObject({
        ...{ ownerId: "siv", byFallback: true },
        reason:
          "Yours: nobody can take it now, the fallback sent it back, and you stand in; nobody covers Norway",
        path: expect.arrayContaining([
          "Fallback: no rule found anybody; Helle sent it back; nobody else can take it; Siv, who is away until Monday, stands in and gets it.",
        ]),
      });
      // Nobody over their cap, sooner than whoever is away; else whoever is there.
      expect(again([gone, away, full], fallback)?.ownerId).toBe("siv");
      const awayFull = { ...away, cap: 1, openLeads: 1 };
      expect(again([gone, awayFull, full], fallback)?.ownerId).toBe("jonas");
      expect(again([gone, full], { ...fallback, isNamed: false })).toMatchObject({
        ...{ ownerId: "jonas", path: expect.arrayContaining([expect.stringMatching(/stands in/)]) },
      });
    });

    it("does not get it as the fallback where another sent it back since, while a third has access", () => {
      const siv = rep("Siv", { presence: { is: "away", until: monday } });
      const twice = (reps: ReturnType<typeof rep>[]) =>
        again(reps, fallback, onlyTerritory, ["jonas", "helle"]);
      expect(twice([gone, full, siv])).toMatchObject({
        ...{ ownerId: "siv", byFallback: true },
        reason: expect.stringContaining("the fallback had it before, and you stand in"),
      });
      // Where all had it, not whoever sent it back just now.
      expect(twice([gone, full])).toMatchObject({
        ownerId: "helle",
        reason: expect.stringContaining("you are the fallback"),
      });
      expect(again([gone, full], fallback, onlyTerritory, ["helle", "jonas"])?.ownerId).toBe(
        "jonas",
      );
    });

    it("gets it where nobody else is left, and is told so", () => {
      const noAccess = rep("Siv", { active: false });
      const told = "you sent it back, and nobody else can take it";
      expect(again([gone, noAccess], fallback)).toMatchObject({
        ownerId: "helle",
        reason: expect.stringContaining(told),
      });
      const there = rep("Helle", { territory: ["NO"], territoryName: "Nordics" });
      expect(again([there, full], fallback)).toMatchObject({
        ...{ ownerId: "helle", byFallback: false, reason: `Yours: Nordics; ${told}` },
      });
    });
  });

  it("and stays without one only where no rep has access", () => {
    expect(last([rep("Amara", { active: false })], null)).toBeNull();
  });
});
