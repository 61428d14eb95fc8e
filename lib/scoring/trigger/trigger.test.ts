import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { activities, shuffled } from "@/lib/trail/testing/arbitrary-activities";
import { attended, chat, daysAgo, download, form, NOW, page } from "@/lib/trail/testing/story";
import { icpFit } from "../icp/icp";
import { DEFAULT_MODEL } from "../model/default-model";
import { score } from "../score";
import { findTrigger, importTrigger, modelTrigger, namedActivity, personTrigger } from "./trigger";
import { triggerParts } from "./trigger-wording";

const fit = icpFit(
  {
    employees: 1_200,
    industry: "Logistics",
    techStack: ["SAP"],
    region: "NO",
    revenue: "€ 180 M",
    jobTitle: "VP Operations",
  },
  DEFAULT_MODEL,
);
const trigger = (...list: Activity[]) => findTrigger(list, fit, DEFAULT_MODEL, NOW);
const says = (...list: Activity[]) => trigger(...list)?.text;
const HOUR = 1 / 24;

describe("C4.6 the trigger, by example", () => {
  it("is found again among the activities by its sentence and moment, and by no other", () => {
    const list = [page(3.2, "/pricing"), page(1.1, "/pricing"), form(0.1, "Security pack request")];
    const found = trigger(...list);
    expect(found && namedActivity(list, found)).toEqual({ activityId: found?.activityId });
    expect(found && namedActivity(list.slice(0, 2), found)).toBeNull();
    expect(namedActivity(list, { text: personTrigger("Maya"), at: daysAgo(0.1) })).toBeNull();
    expect(namedActivity(list, null)).toBeNull();
  });

  it("names the request that crossed the line, and the second look at pricing before it", () => {
    const asked = form(0.1, "Security pack request");
    const found = trigger(page(3.2, "/pricing"), page(1.1, "/pricing"), asked);
    expect(found).toMatchObject({
      activityId: asked.id,
      rule: "request",
      at: asked.occurredAt,
      act: "Asked for the security pack",
      text: "Asked for the security pack, a day after a second look at pricing",
    });
  });

  it("says how often, where it was one look more", () => {
    const looks = [9, 4, 1].map((days) => page(days, "/pricing"));
    expect(says(...looks, chat(3, "Visitor: Hi"))).toBe(
      "Read /pricing for the third time, two days after a chat on the site",
    );
  });

  it.each([
    [2, "second"],
    [10, "tenth"],
    [11, "11th"],
    [13, "13th"],
    [21, "21st"],
    [22, "22nd"],
    [33, "33rd"],
    [40, "40th"],
    [112, "112th"],
  ])("says of look number %d that it was the %s", (nth, ordinal) => {
    const past = Array.from({ length: nth - 1 }, (_, at) => page(20 - at / 10, "/pricing"));
    const { act } = triggerParts(page(1, "/pricing"), past, DEFAULT_MODEL, 90);
    expect(act).toBe(`Read /pricing for the ${ordinal} time`);
  });

  it.each([
    [1, "a look"],
    [2, "a second look"],
    [8, "an eighth look"],
    [11, "an 11th look"],
    [81, "an 81st look"],
    [110, "a 110th look"],
  ])("speaks of look number %d before it as %s", (nth, noun) => {
    const past = Array.from({ length: nth }, (_, at) => page(20 - at / 10, "/pricing"));
    const { before } = triggerParts(form(1, "Demo request"), past, DEFAULT_MODEL, 90);
    expect(before?.noun).toBe(`${noun} at pricing`);
  });

  it.each([
    [0.0005, "right after"],
    [0.5 * HOUR, "within an hour of"],
    [1.2 * HOUR, "an hour after"],
    [5 * HOUR, "a few hours after"],
    [14 * HOUR, "within a day of"],
    [1, "a day after"],
    [3, "three days after"],
    [21, "three weeks after"],
  ])("says of a guide %f days earlier: %s", (days, relation) => {
    const list = [download(1 + days, "Migration guide"), form(1, "Demo request")];
    const text = findTrigger(list, fit, { ...DEFAULT_MODEL, threshold: 55 }, NOW)?.text;
    expect(text).toContain(`${relation} downloading ‘Migration guide’`);
  });

  it("X.1 calls a silence what the settings call one", () => {
    const list = [page(60, "/about"), form(0.1, "Demo request")];
    const loose = { ...DEFAULT_MODEL, threshold: 50 };
    const told = (days?: number) => findTrigger(list, fit, loose, NOW, days)?.text;
    expect(told()).not.toContain("silence");
    expect(told(30)).toContain("back after two months of silence");
    expect(told(61)).not.toContain("silence");
  });

  it("X.1 says that the lead came back after a silence", () => {
    const list = [download(150, "ROI sheet"), form(0.1, "Demo request"), page(0, "/pricing")];
    const loose = { ...DEFAULT_MODEL, threshold: 50 };
    expect(findTrigger(list, fit, loose, NOW)?.text).toBe(
      "Asked for a demo, back after five months of silence",
    );
  });

  it("stands when the score has decayed since, and moves on when it is crossed again", () => {
    const first = [page(25, "/pricing"), form(25, "Demo request"), attended(26, "Migrating")];
    expect(trigger(...first)?.at).toEqual(daysAgo(25));
    const again = form(2, "Contact us");
    const more = [...first, again];
    expect(trigger(...more)?.activityId).toBe(again.id);
  });

  it("is none for a lead that never got there, nor for what has not happened yet", () => {
    expect(trigger(page(1, "/pricing"))).toBeNull();
    expect(trigger(page(-1, "/pricing"), form(-1, "Demo request"), attended(-1, "A"))).toBeNull();
  });

  it("tells what crossed it where no activity did", () => {
    expect(personTrigger("Mia Berg")).toBe("Mia Berg marked this lead as ready for sales");
    expect(importTrigger("leads.csv")).toBe("Came in as ready for sales with leads.csv");
    expect(modelTrigger(3)).toContain("version 3");
  });
});

describe("C4.6 the trigger, always", () => {
  it("is the same in whatever order the activities come", () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(trigger(...other)).toEqual(trigger(...list));
      }),
    );
  });

  it("is gone or another when its activity is removed", () => {
    fc.assert(
      fc.property(activities(), (list) => {
        const found = trigger(...list);
        fc.pre(found !== null);
        const rest = list.filter(({ id }) => id !== found?.activityId);
        expect(trigger(...rest)?.activityId).not.toBe(found?.activityId);
      }),
    );
  });

  it("took the score over the threshold: at its moment the total is there", () => {
    fc.assert(
      fc.property(activities(), (list) => {
        const found = trigger(...list);
        fc.pre(found !== null);
        if (!found) return;
        const total = score(list, fit, DEFAULT_MODEL, found.at).total;
        expect(total).toBeGreaterThanOrEqual(DEFAULT_MODEL.threshold);
      }),
    );
  });

  it("tells no day by name or as today, since it is read later and elsewhere", () => {
    fc.assert(
      fc.property(activities(), (list) => {
        expect(trigger(...list)?.text ?? "").not.toMatch(/today|yesterday|\w+day\b(?<!\ba day)/i);
      }),
    );
  });
});
