import { describe, expect, it } from "vitest";
import { chooseOwner } from "./owner";
import { DEFAULT_ROUTING, type RoutingSettings } from "./rule-book";
import { lead, rep } from "./testing/team";

/** A Wednesday. */
const now = new Date("2026-06-03T10:00:00Z");
const monday = Date.parse("2026-06-08T06:00:00Z");
const fallback = { id: "helle", name: "Helle", isNamed: true };

const enterprise = {
  ...{ id: "large", name: "EMEA enterprise", places: ["EMEA"], employeesFrom: 5000 },
  ...{ employeesTo: null, tiers: [], industries: [] },
};
const settings: RoutingSettings = { ...DEFAULT_ROUTING, segments: [enterprise] };
const choose = (...[facts, reps, again]: [typeof LEAD, ReturnType<typeof rep>[], string[]?]) =>
  chooseOwner(facts, { reps, fallback }, settings, now, {
    notTo: again ?? [],
    because: again ? "Not answered in time." : "",
  });

const amara = rep("Amara", { territory: ["NO", "SE"], territoryName: "Nordics" });
const jonas = rep("Jonas", { segments: ["large"] });
const LEAD = lead({ country: "NO" });

describe("C5.2 why that rep", () => {
  it("asks for the account's owner before anything else", () => {
    const owned = { ...LEAD, accountOwnerId: "jonas" };
    expect(choose(owned, [amara, jonas])).toMatchObject({
      ownerId: "jonas",
      reason: "Yours: you own Nordlys Logistics",
      path: ["Account ownership: Jonas owns Nordlys Logistics; Jonas gets it."],
    });
  });

  it("says to the next rep why the owner did not get it, and until when", () => {
    const away = { ...amara, presence: { is: "away", until: monday } as const };
    const large = {
      ...LEAD,
      accountOwnerId: "amara",
      employees: { atLeast: 6000, atMost: 6000 },
    };
    expect(choose(large, [away, jonas])).toMatchObject({
      ownerId: "jonas",
      reason: "Yours: EMEA enterprise; the account owner is away until Monday",
      path: [
        "Account ownership: Amara owns Nordlys Logistics; Amara is away until Monday.",
        "Territory: Norway is Nordics; Amara is away until Monday.",
        "Segment: Jonas takes EMEA enterprise; Jonas gets it.",
      ],
    });
  });

  it("goes on where the owner has no access, is at the cap or is no rep", () => {
    for (const [rest, words] of [
      [{ active: false }, "has no access any more"],
      [{ cap: 2, openLeads: 2 }, "has 2 open leads, as many as allowed"],
      [{ cap: 2, openLeads: 3 }, "has 3 open leads, where 2 are allowed"],
      [{ cap: 1, openLeads: 2 }, "has 2 open leads, where 1 is allowed"],
    ] as const) {
      const owned = { ...LEAD, country: null, accountOwnerId: "amara" };
      const chosen = choose(owned, [{ ...amara, ...rest }, jonas]);
      expect(chosen?.ownerId).toBe("jonas");
      expect(chosen?.reason).toContain(`the account owner ${words}`);
    }
    const other = choose({ ...LEAD, accountOwnerId: "helle" }, [amara]);
    expect(other?.path[0]).toBe("Account ownership: the owner of Nordlys Logistics is no rep.");
  });

  it("takes a language with its script, both forms of Norwegian, and the product asked last", () => {
    const speaker = rep("Nora", { languages: ["no"] });
    expect(choose(lead({ language: "nb" }), [jonas, speaker])?.reason).toBe(
      "Yours: you speak Norwegian; the country is not known",
    );
    const seller = rep("Sal", { products: ["academy"] });
    const asked = lead({ products: ["Other", "Academy"] });
    expect(choose(asked, [jonas, seller])).toMatchObject({ ownerId: "sal" });
  });

  it("takes the latest product and the first segment that anybody has, and names several", () => {
    const first = rep("Fia", { products: ["Core"], segments: ["wide"] });
    const second = rep("Gus", { products: ["Academy"], segments: ["large"] });
    const asked = lead({ products: ["Other", "Academy", "Core"] });
    expect(choose(asked, [first, second])?.reason).toContain("you sell Academy");
    expect(choose(asked, [first, { ...second, products: ["academy "] }])?.ownerId).toBe("gus");
    const wide = { ...enterprise, id: "wide", name: "EMEA" };
    const nobodys = { ...enterprise, id: "rare", name: "Rare" };
    const ofSegments = (segments: (typeof enterprise)[], reps = [first, second]) =>
      chooseOwner(
        lead({ country: "FR", employees: { atLeast: 9_000, atMost: 9_000 } }),
        { reps, fallback },
        { ...settings, segments },
        now,
      );
    expect(ofSegments([nobodys, enterprise, wide])?.reason).toContain("EMEA enterprise");
    expect(ofSegments([nobodys])?.path.join()).toContain("nobody takes Rare");
    const busy = [first, rep("Hal", { segments: ["wide"] })].map((one) => ({
      ...one,
      ...{ cap: 1, openLeads: 1 },
    }));
    expect(ofSegments([wide], [...busy, jonas])?.path.join()).toContain("Fia and Hal take EMEA");
  });

  it("takes one of several languages, with or without a region, and no other", () => {
    const both = rep("Bea", { languages: ["en-GB", "de"] });
    const french = rep("Fay", { languages: ["fr"] });
    const ownerOf = (language: string) => choose(lead({ language }), [french, both]);
    expect(ownerOf("de")?.reason).toContain("you speak German");
    expect(ownerOf("de")?.ownerId).toBe("bea");
    expect(ownerOf("fr")?.ownerId).toBe("fay");
    expect(ownerOf("en")?.ownerId).toBe("bea");
    expect(ownerOf("nn")?.path.join()).toContain("nobody speaks Norwegian");
  });

  it("says of whose country it is that nobody of them is free", () => {
    const away = { presence: { is: "away", until: monday } } as const;
    const second = rep("Siv", { territory: ["NO"], ...away });
    const one = choose(LEAD, [{ ...amara, ...away }, jonas]);
    expect(one?.reason).toContain("Amara, who covers Norway, is away until Monday");
    const two = choose(LEAD, [{ ...amara, ...away }, second, jonas]);
    expect(two?.reason).toContain("nobody who covers Norway is free");
    const plain = choose(LEAD, [rep("Una", { territory: ["NO"] }), jonas]);
    expect(plain?.reason).toBe("Yours: Norway");
    expect(plain?.path.join()).toContain("Norway is covered; Una gets it");
  });

  it("lets a lead of the night wait for whoever starts first", () => {
    const off = (name: string, until: number) => rep(name, { presence: { is: "off", until } });
    const chosen = choose(LEAD, [off("Late", monday), off("Early", monday - 3_600_000)]);
    expect(chosen).toMatchObject({ ownerId: "early", byFallback: false });
    expect(chosen?.reason).toContain("you start first, at 07:00 on Monday");
  });

  it("waits for nobody who is away, and says so where nobody starts later", () => {
    const away = rep("Gone", { presence: { is: "away", until: monday - 7_200_000 } });
    const off = rep("Late", { presence: { is: "off", until: monday } });
    expect(choose(LEAD, [away, off])).toMatchObject({ ownerId: "late", byFallback: false });
    expect(choose(LEAD, [away])?.path.join()).toContain("First to start: nobody starts later");
  });

  it("gives to the fallback what no rule gives to anybody, and says so", () => {
    const away = rep("Amara", { presence: { is: "away", until: null } });
    expect(choose(LEAD, [away])).toMatchObject({ ownerId: "helle", byFallback: true });
    expect(choose(LEAD, [])?.path.at(-1)).toBe("Fallback: no rule found anybody; Helle gets it.");
  });

  it("gives a lead that was taken from somebody to a fallback at work who takes no turns", () => {
    const helle = rep("Helle", { weight: 0 });
    const chosen = choose(LEAD, [amara, helle], ["amara"]);
    expect(chosen).toMatchObject({ ownerId: "helle", byFallback: true });
  });

  it("takes no lead back to those it was taken from", () => {
    const first = choose(LEAD, [amara, jonas], ["amara"]);
    expect(first).toMatchObject({ ownerId: "jonas" });
    expect(first?.path[0]).toBe("Not answered in time.");
    expect(first?.path[2]).toContain("Amara had this lead already");
    expect(choose(LEAD, [amara, jonas], ["amara", "jonas", "helle"])).toBeNull();
  });

  it("leaves out a rule that is off", () => {
    const rules = settings.rules.map((one) => ({ ...one, on: one.kind === "round_robin" }));
    const chosen = chooseOwner(
      LEAD,
      { reps: [amara, jonas], fallback },
      { rules, segments: [] },
      now,
    );
    expect(chosen?.path).toHaveLength(1);
  });
});
