import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { bestTime } from "@/lib/platform/testing/best-time";
import { TRAIL_MAX, TRAIL_MIN } from "@/lib/standard/behavioral-trail";
import { sift } from "../exclusion/exclusions";
import { DEFAULT_TRAIL_SETTINGS } from "../settings";
import { activities, shuffled } from "../testing/arbitrary-activities";
import {
  attended,
  chat,
  competitor,
  did,
  download,
  form,
  mail,
  NOW,
  page,
  registered,
} from "../testing/story";
import { candidates, curate } from "./curation";
import { DEFAULT_CURATION_WEIGHTS } from "./curation-weights";

const texts = (...args: Parameters<typeof curate>) => curate(...args).map(({ text }) => text);

describe("C3.8 the curated trail, by example", () => {
  it("makes five lines of a thorough evaluation, the newest first", () => {
    const evaluation = [
      competitor(9, "Transporeon", "Nordlys vs Transporeon"),
      registered(12, "Migrating without downtime"),
      attended(8, "Migrating without downtime"),
      page(6, "/integrations/sap", 60),
      page(5, "/integrations/sap?utm_source=mail", 60),
      page(4, "/integrations/sap/", 60),
      download(3, "Security pack 2026"),
      page(2.1, "/pricing", 100),
      page(1.1, "/pricing", 150),
      page(7, "/blog/warehouse-trends"),
      page(7, "/"),
      mail(3, "opened", "October news"),
    ];
    expect(texts(evaluation, { now: NOW })).toEqual([
      "Read /pricing twice, 4 min 10 s in all",
      "Downloaded ‘Security pack 2026’",
      "Read /integrations/sap 3 times, 3 min in all",
      "Attended ‘Migrating without downtime’",
      "Read a comparison with Transporeon",
    ]);
  });

  it("counts registering and attending as one event, on the day it was attended", () => {
    const [event] = curate([registered(12, "Migrating"), attended(8, "migrating ")], { now: NOW });
    expect(event).toMatchObject({ kind: "event_attended", count: 2 });
    expect(event?.firstAt).toBe("2026-11-12T13:30:00.000Z");
    expect(event?.lastAt).toBe("2026-11-12T13:30:00.000Z");
  });

  it("counts asking for a document and getting it as one thing", () => {
    const list = [form(1, "Security pack request"), download(0.99, "Security pack 2026.pdf")];
    expect(curate(list, { now: NOW })).toHaveLength(1);
  });

  it("prefers what happened lately to the same long ago", () => {
    const list = [1, 20, 40, 60, 80].map((days) => download(days, `Guide ${days}`));
    const others = [attended(2, "A"), form(3, "Demo request"), chat(4, "Visitor: Is it fast?")];
    const trail = texts([...list, ...others], { now: NOW });
    expect(trail).toContain("Downloaded ‘Guide 1’");
    expect(trail).not.toContain("Downloaded ‘Guide 80’");
  });

  it("does not fill the trail with pages alone, however many were read", () => {
    const pages = ["/pricing", "/security", "/api", "/plans", "/gdpr"].map((path) => page(1, path));
    const families = (list: typeof pages) =>
      curate(list, { now: NOW }).filter(({ kind }) => kind === "page_viewed").length;
    expect(families(pages)).toBe(3);
    expect(families([...pages, download(20, "Guide"), attended(30, "Fair")])).toBeLessThanOrEqual(
      3,
    );
  });

  it("leaves the trigger's thing to the trigger, unless it is the one that makes three", () => {
    const asked = form(0.1, "Security pack request");
    const others = [page(1, "/pricing"), attended(8, "Migrating"), competitor(9, "Acme")];
    const trigger = { activityId: asked.id };
    const words = "Asked for the security pack";
    expect(texts([asked, ...others], { now: NOW, trigger })).not.toContain(words);
    expect(texts([asked, ...others.slice(1)], { now: NOW, trigger })).toContain(words);
    expect(texts([asked, ...others.slice(2)], { now: NOW, trigger })).not.toContain(words);
    expect(texts([asked], { now: NOW, trigger })).toEqual([]);
  });

  it("keeps the trigger's thing, too, where it makes three because a family may have two only", () => {
    const asked = form(0.1, "Security pack request");
    const pages = ["/pricing", "/security", "/integrations"].map((path) => page(1, path));
    const weights = { ...DEFAULT_CURATION_WEIGHTS, mostOfFamily: 2 };
    const options = { now: NOW, weights, trigger: { activityId: asked.id } };
    expect(texts([asked, ...pages], options)).toContain("Asked for the security pack");
    expect(curate([asked, ...pages], options)).toHaveLength(3);
  });

  it("X.5 makes nothing of opens, and nothing of the home page or sign-in", () => {
    const list = [mail(1, "opened", "News"), page(1, "/"), page(2, "/login"), page(2, "/careers")];
    expect(curate(list, { now: NOW })).toEqual([]);
  });
});

describe("C3.8 the curated trail, always", () => {
  it("is the same in whatever order the activities come", () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(curate(other, { now: NOW })).toEqual(curate(list, { now: NOW }));
      }),
    );
  });

  it("has no more than five, and three where three things can be told of two families", () => {
    fc.assert(
      fc.property(activities(), (list) => {
        const all = candidates(list, { now: NOW });
        const trail = curate(list, { now: NOW });
        expect(trail.length).toBeLessThanOrEqual(TRAIL_MAX);
        expect(trail.length).toBeGreaterThanOrEqual(Math.min(TRAIL_MIN, all.length));
      }),
    );
  });

  it("counts exactly the activities of each touchpoint, and none twice", () => {
    fc.assert(
      fc.property(activities(), (list) => {
        const all = candidates(list, { now: NOW });
        for (const one of all) expect(one.count).toBe(one.activityIds.length);
        const ids = all.flatMap(({ activityIds }) => activityIds);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it("X does not change when an activity comes that is left out", () => {
    const bot = page(1, "/pricing", 60, { id: "bot", userAgent: "Googlebot/2.1" });
    const call = did(1, "sales_activity", { text: "Left a voicemail" }, { id: "call" });
    const stale = page(45, "/pricing", 60, { id: "stale" });
    const trailOf = (list: Parameters<typeof sift>[0]) =>
      curate(sift(list, DEFAULT_TRAIL_SETTINGS, NOW).kept, { now: NOW });
    fc.assert(
      fc.property(activities(), fc.constantFrom(bot, call, stale), (list, excluded) => {
        expect(trailOf([...list, excluded])).toEqual(trailOf(list));
      }),
    );
  });

  it("never repeats the trigger, unless it is the one that makes three", () => {
    fc.assert(
      fc.property(activities(), fc.nat(), (list, at) => {
        const all = candidates(list, { now: NOW });
        const activity = list[at % Math.max(1, list.length)];
        const own = all.find((one) => activity && one.activityIds.includes(activity.id));
        fc.pre(own !== undefined && own.kind !== "remark" && all.length !== TRAIL_MIN);
        const trail = texts(list, { now: NOW, trigger: { activityId: activity?.id ?? "" } });
        expect(trail).not.toContain(own?.text);
      }),
    );
  });

  it("has no more of one family than the weights allow", () => {
    fc.assert(
      fc.property(activities(), (list) => {
        const all = candidates(list, { now: NOW });
        const families = curate(list, { now: NOW }).map(
          ({ text }) => all.find((one) => one.text === text)?.family,
        );
        for (const family of families) {
          const same = families.filter((one) => one === family).length;
          expect(same).toBeLessThanOrEqual(DEFAULT_CURATION_WEIGHTS.mostOfFamily);
        }
      }),
    );
  });

  it.each([
    ["all of one page", () => "/pricing"],
    ["each of another page", (index: number) => `/docs/page-${index}`],
  ])(
    "takes a hundred times as long for a hundred times as many, not ten thousand: %s",
    (_what, path) => {
      const list = (count: number) =>
        Array.from({ length: count }, (_, index) =>
          page(30 - (index * 29) / count, path(index), 9, { id: `a${index}` }),
        );
      const time = (activities: Activity[], runs: number) =>
        bestTime(runs, () => curate(activities, { now: NOW }));
      const [few, many] = [list(1_000), list(100_000)];
      // Far from both, so that no machine's moods decide: a quadratic step would make it ten thousand.
      expect(time(many, 3) / time(few, 5)).toBeLessThan(2_000);
    },
    60_000,
  );
});
