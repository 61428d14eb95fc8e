import { describe, expect, it } from "vitest";
import { DEFAULT_MODEL } from "./default-model";
import { type ActivityRule, type ModelSettings, modelSettings } from "./model";
import { settingsDifferences } from "./settings-difference";
import {
  draftedSettings,
  type ModelNumbers,
  type RuleDraft,
  settingsDraft,
  withRule,
  withRuleMoved,
} from "./settings-draft";

const settings = modelSettings(DEFAULT_MODEL);
const draft = settingsDraft(settings);
const errorsOf = (typed: typeof draft) => {
  const read = draftedSettings(typed);
  return "errors" in read ? read.errors : {};
};
const numbers = (patch: Partial<ModelNumbers>) =>
  errorsOf({ ...draft, numbers: { ...draft.numbers, ...patch } });
const rule = (patch: Partial<RuleDraft>) =>
  errorsOf({
    ...draft,
    rules: draft.rules.map((one, at) => (at === 1 ? { ...one, ...patch } : one)),
  });

describe("C4 what is typed into the model's page", () => {
  it("is the model that came with Baton where nothing was typed", () => {
    expect(draftedSettings(draft)).toEqual({ settings });
  });

  it("has weights that make a whole, and one clear error where they do not", () => {
    expect(numbers({ fit: "50" })).toEqual({
      weights: "The weights add up to 110%. They have to make 100%.",
    });
    expect(numbers({ fit: "33,3", intent: "33.3", behavior: "33.4" })).toEqual({});
    expect(numbers({ fit: "much" })).toHaveProperty(["weights.fit"]);
    expect(numbers({ fit: "33,333" })).toEqual({
      "weights.fit": "‘33,333’ may be two numbers. Write 33.3330 or 33333.",
    });
  });

  it.each([
    [{ threshold: "0" }, "threshold"],
    [{ threshold: "" }, "threshold"],
    [{ deadBand: "1.5" }, "trend.deadBand"],
    [{ historyDays: "3" }, "trend.historyDays"],
    [{ repetition: "140" }, "repetition"],
    [{ visitMinutes: "-5" }, "visitMinutes"],
  ])("refuses %j at %s", (patch, place) => {
    expect(Object.keys(numbers(patch))).toEqual([place]);
  });

  it.each([
    [{ label: " " }, "rules.1.label"],
    [{ label: "Customer stories" }, "rules.7.label"],
    [{ points: "101" }, "rules.1.points"],
    [{ cap: "10" }, "rules.1.cap"],
    [{ halfLifeDays: "" }, "rules.1.halfLifeDays"],
    [{ windowDays: "91" }, "rules.1.windowDays"],
    [{ kinds: [] }, "rules.1.kinds"],
    [{ kinds: ["chat"] }, "rules.1.pages"],
    [{ pages: "pricing, a b" }, "rules.1.pages"],
    [{ words: "*" }, "rules.1.words"],
  ] satisfies [Partial<RuleDraft>, string][])("refuses %j at %s", (patch, place) => {
    expect(Object.keys(rule(patch))).toContain(place);
  });

  it("C3.8 keeps the trail's weights out of the model until one is changed", () => {
    const typed = { ...draft, curation: { ...draft.curation, "signal.chat": "12", floor: "0,5" } };
    const read = draftedSettings(typed);
    if (!("settings" in read)) throw new Error(JSON.stringify(read));
    expect(read.settings.curation).toMatchObject({ signal: { chat: 12 }, floor: 0.5 });
    expect(settingsDraft(read.settings).curation["signal.chat"]).toBe("12");
    expect(settingsDifferences(settings, read.settings, "en-GB")).toEqual([
      { what: "Trail: a chat", before: "9", after: "12" },
      { what: "Trail: from the fourth on, share of the best", before: "0.2", after: "0.5" },
    ]);
    const wrong = { ...draft, curation: { ...draft.curation, "signal.chat": "99" } };
    expect(Object.keys(errorsOf(wrong))).toEqual(["curation.signal.chat"]);
  });

  it("adds a rule where it counts first, and moves one where there is room", () => {
    const more = withRule(withRule(draft));
    expect(new Set(more.rules.map(({ id }) => id)).size).toBe(more.rules.length);
    expect(more.rules[0]?.label).toBe("");
    expect(withRuleMoved(draft, 0, -1)).toEqual(draft);
    expect(withRuleMoved(draft, 0, 1).rules[1]).toEqual(draft.rules[0]);
  });
});

describe("C4 what differs between two versions of the model", () => {
  const differ = (patch: Partial<ModelSettings>) =>
    settingsDifferences(settings, { ...settings, ...patch }, "en-GB");
  const rules = (change: (list: readonly ActivityRule[]) => readonly ActivityRule[]) =>
    differ({ rules: change(settings.rules) });

  it("is nothing where nothing does, and names each thing with what it was and is", () => {
    expect(differ({})).toEqual([]);
    expect(differ({ threshold: 65, taken: ["total"] })).toEqual([
      { what: "An MQL from", before: "60", after: "65" },
      { what: "Taken from the MAP", before: "nothing", after: "total" },
    ]);
    const capped = rules((list) => list.map((one, at) => (at === 1 ? { ...one, cap: 60 } : one)));
    expect(capped).toEqual([{ what: "Pricing: the most it earns", before: "none", after: "60" }]);
  });

  it("writes shares as the reader does", () => {
    const weights = { fit: 0.45, intent: 0.325, behavior: 0.225 };
    expect(differ({ weights }).map(({ after }) => after)).toEqual(["45%", "32.5%", "22.5%"]);
    const [fit] = settingsDifferences(settings, { ...settings, weights }, "de");
    expect(fit?.after).toBe("45\u00a0%");
  });

  it("tells of rules that came, went and moved", () => {
    const [gone] = rules((list) => list.slice(1));
    expect(gone).toMatchObject({ what: "Asked for something", after: null });
    const [came] = settingsDifferences(
      { ...settings, rules: settings.rules.slice(1) },
      settings,
      "en-GB",
    );
    expect(came).toMatchObject({ what: "Asked for something", before: null });
    const [moved] = rules((list) => list.toReversed());
    expect(moved).toMatchObject({ what: "Order of the rules" });
  });
});
