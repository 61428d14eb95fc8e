import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { TRAIL_MAX, TRAIL_MIN } from "@/lib/standard/behavioral-trail";
import { curate, trailChoices, trailLines } from "../curation/curation";
import { activities } from "../testing/arbitrary-activities";
import { attended, chat, competitor, download, form, NOW, page } from "../testing/story";
import { edited, type TrailEdit } from "./editing";
import { NO_EDITS, type TrailEdits } from "./edits";

const later = (list: readonly Activity[], more: readonly Activity[]) => [...list, ...more];

/** The trail's edits after these, each done to the trail as it then stands; refusals change nothing. */
function editedBy(list: readonly Activity[], edits: readonly TrailEdit[], start = NO_EDITS) {
  return edits.reduce((known: TrailEdits, edit) => {
    const next = edited(edit, { ...trailChoices(list, { now: NOW, edits: known }), edits: known });
    return "refusal" in next ? known : next;
  }, start);
}

const story = [
  page(1.1, "/pricing", 60),
  page(2.1, "/pricing", 60),
  download(3, "Security pack"),
  attended(8, "Migrating without downtime"),
  competitor(9, "Acme"),
  page(5, "/integrations/sap", 60),
  page(30, "/blog/old-trends"),
];
const keys = {
  pricing: "page:/pricing",
  sap: "page:/integrations/sap",
  old: "page:/blog/old-trends",
};
const texts = (list: readonly Activity[], edits: TrailEdits) =>
  curate(list, { now: NOW, edits }).map(({ text }) => text);

describe("O.2 a person edits the trail, by example", () => {
  it("pins what the rules would not choose, in place of what is worth least", () => {
    const edits = editedBy(story, [{ do: "pin", key: keys.old }]);
    const lines = trailLines(story, { now: NOW, edits });
    expect(lines).toHaveLength(TRAIL_MAX);
    expect(lines.find(({ key }) => key === keys.old)).toMatchObject({ pinned: true });
  });

  it("drops a line until the lead does it again", () => {
    const edits = editedBy(story, [{ do: "drop", key: keys.pricing }]);
    expect(texts(story, edits).join()).not.toContain("/pricing");
    expect(trailChoices(story, { now: NOW, edits }).dropped).toMatchObject([{ key: keys.pricing }]);
    const more = later(story, [page(0.5, "/pricing", 20, { id: "again" })]);
    expect(texts(more, edits).join()).toContain("Read /pricing 3 times");
    expect(
      texts(later(story, [page(4, "/pricing", 9, { id: "older" })]), edits).join(),
    ).not.toContain("/pricing");
  });

  it("keeps a person's words and the count beside them, until what is told is another group", () => {
    const words = "Came back to pricing, with the CFO";
    const edits = editedBy(story, [{ do: "reword", key: keys.pricing, text: words }]);
    const more = later(story, [page(0.5, "/pricing", 20, { id: "again" })]);
    const [line] = trailLines(more, { now: NOW, edits }).filter(({ key }) => key === keys.pricing);
    expect(line).toMatchObject({ text: words, count: 3, pinned: true });
    const merged = editedBy(story, [{ do: "merge", key: keys.sap, into: keys.pricing }], edits);
    expect(texts(story, merged)).not.toContain(words);
    expect(
      texts(story, editedBy(story, [{ do: "reset words", key: keys.pricing }], edits)),
    ).toContain("Read /pricing twice, 2 min in all");
  });

  it("merges two lines into one that counts both, and splits them again", () => {
    const edits = editedBy(story, [{ do: "merge", key: keys.sap, into: keys.pricing }]);
    const line = trailLines(story, { now: NOW, edits }).find(({ key }) => key === keys.pricing);
    expect(line).toMatchObject({ count: 3, parts: [keys.pricing, keys.sap] });
    expect(line?.text).toBe("Read /pricing twice, 2 min in all; read /integrations/sap, 1 min");
    const split = editedBy(story, [{ do: "split", key: keys.pricing }], edits);
    expect(texts(story, split).toSorted()).toEqual(texts(story, NO_EDITS).toSorted());
  });

  it("orders lines as a person put them, what came later after them", () => {
    const edits = editedBy(story, [
      { do: "pin", key: keys.sap },
      { do: "move", key: keys.sap, to: 0 },
    ]);
    expect(texts(story, edits)[0]).toContain("/integrations/sap");
    const more = later(story, [form(0.1, "Demo request"), chat(0.2, "Visitor: Is it fast?")]);
    expect(texts(more, edits)[0]).toContain("/integrations/sap");
  });

  it("refuses a sixth pin, and a line that is gone", () => {
    const many = later(story, [form(0.1, "Demo request"), chat(0.2, "Visitor: Is it fast?")]);
    const seen = (edits: TrailEdits) => ({ ...trailChoices(many, { now: NOW, edits }), edits });
    const pins = seen(NO_EDITS).lines.map(({ key }): TrailEdit => ({ do: "pin", key }));
    const full = editedBy(many, pins);
    expect(edited({ do: "pin", key: keys.old }, seen(full))).toMatchObject({
      refusal: "All 5 lines are pinned. Unpin one first.",
    });
    expect(edited({ do: "pin", key: "page:/nowhere" }, seen(full))).toHaveProperty("refusal");
  });
});

/** An edit of some line by its place among all that is seen. */
const someEdit = fc.record({
  do: fc.constantFrom("pin", "unpin", "drop", "take back", "split", "reword", "move", "merge"),
  at: fc.nat(30),
  other: fc.nat(30),
});

const history = fc
  .tuple(activities(), fc.array(someEdit, { maxLength: 12 }))
  .map(([list, steps]) => {
    let edits = NO_EDITS;
    for (const { do: verb, at, other } of steps) {
      const seen = { ...trailChoices(list, { now: NOW, edits }), edits };
      const all = [...seen.lines, ...seen.others, ...seen.dropped];
      const keyAt = (place: number) => all[place % Math.max(1, all.length)]?.key ?? "";
      const rest = { text: `Words ${at}`, to: other % TRAIL_MAX, into: keyAt(other) };
      const next = edited({ do: verb, key: keyAt(at), ...rest } as TrailEdit, seen);
      if (!("refusal" in next)) edits = next;
    }
    return { list, edits };
  });

describe("O.2 a person edits the trail, always", () => {
  it("has no more than five lines, and no activity in two of them", () => {
    fc.assert(
      fc.property(history, ({ list, edits }) => {
        const { lines, others, dropped } = trailChoices(list, { now: NOW, edits });
        expect(lines.length).toBeLessThanOrEqual(TRAIL_MAX);
        const all = [...lines, ...others, ...dropped];
        for (const { count, activityIds } of all) expect(count).toBe(activityIds.length);
        const ids = all.flatMap(({ activityIds }) => activityIds);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
      }),
    );
  });

  it("keeps what was pinned, and keeps out what was dropped, whatever else comes", () => {
    fc.assert(
      fc.property(history, activities(20), ({ list, edits }, others) => {
        const touched = new Set([...edits.pinned, ...edits.merged.flat()]);
        const known = trailLines(list, { now: NOW, edits });
        const more = [...list, ...others.map((one) => ({ ...one, id: `new ${one.id}` }))];
        const lines = trailLines(more, { now: NOW, edits });
        for (const { key, pinned } of known) {
          if (pinned) expect(lines.map((line) => line.key)).toContain(key);
        }
        for (const { key, through } of edits.dropped) {
          const back = lines.find((line) => line.key === key && !touched.has(key));
          if (back) expect(back.newestAt > through).toBe(true);
        }
      }),
    );
  });

  it("never repeats the trigger, unless it is the one that makes three", () => {
    fc.assert(
      fc.property(history, fc.nat(), ({ list, edits }, at) => {
        const trigger = { activityId: list[at % Math.max(1, list.length)]?.id ?? "" };
        const lines = trailLines(list, { now: NOW, edits, trigger });
        const told = lines.some(({ activityIds }) => activityIds.includes(trigger.activityId));
        expect(told && lines.length !== TRAIL_MIN).toBe(false);
      }),
    );
  });

  it("is the same in whatever order the activities come", () => {
    fc.assert(
      fc.property(history, ({ list, edits }) => {
        expect(curate(list.toReversed(), { now: NOW, edits })).toEqual(
          curate(list, { now: NOW, edits }),
        );
      }),
    );
  });
});
