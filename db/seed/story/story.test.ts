import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDirectory } from "@/lib/enrichment/directory/file";
import { DAY, MINUTE } from "@/lib/platform/durations";
import { after } from "./calendar";
import { OUTAGE_DAYS } from "./journey";
import { story } from "./story";

const companies = readDirectory(
  readFileSync(new URL("../company-directory.json", import.meta.url), "utf8"),
);
const now = new Date("2026-03-12T10:20:00Z");
const told = (seed: number, leads = 420) => story(companies, { now, seed, leads });
const { happenings } = told(7);
const activities = happenings.flatMap((one) =>
  one.kind === "acted" || one.kind === "synced" ? one.activities : [],
);

describe("the demonstration's story", () => {
  it("is the same for the same number and moment, and another for another number", () => {
    expect(told(7).happenings).toEqual(happenings);
    expect(told(8).happenings).not.toEqual(happenings);
  });

  it("runs over two quarters in the order of time, and tells nothing of the future", () => {
    const times = happenings.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
    expect(now.getTime() - (times[0] ?? 0)).toBeGreaterThan(24 * 7 * DAY);
    for (const { occurredAt } of activities) {
      expect(occurredAt.getTime()).toBeLessThanOrEqual(now.getTime());
    }
  });

  it("lets some hundreds of people come, each before anything is told of them", () => {
    const came = new Map<string, number>();
    for (const one of happenings) {
      if (one.kind === "captured" && !came.has(one.lead)) came.set(one.lead, one.at.getTime());
    }
    expect(came.size).toBeGreaterThan(390);
    for (const one of happenings) {
      if (one.kind === "synced") continue;
      expect(one.at.getTime()).toBeGreaterThanOrEqual(came.get(one.lead) ?? Number.NaN);
    }
  });

  it("C3 has every kind of activity, and gives each its own id", () => {
    expect(new Set(activities.map(({ kind }) => kind)).size).toBe(12);
    const ids = activities.map(({ source, id }) => `${source} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("C3.1 C3.3 loses HubSpot's page views and clicks three weeks before now, and no others", () => {
    const outage = after(now, -OUTAGE_DAYS * DAY);
    const seen = (source: string, kind: string, late: boolean) =>
      activities.filter(
        (one) => one.source === source && one.kind === kind && one.occurredAt >= outage === late,
      ).length;
    expect(seen("HubSpot", "page_viewed", false)).toBeGreaterThan(300);
    expect(seen("HubSpot", "email_clicked", false)).toBeGreaterThan(100);
    expect(seen("HubSpot", "page_viewed", true)).toBe(0);
    expect(seen("HubSpot", "email_clicked", true)).toBe(0);
    expect(seen("HubSpot", "email_opened", true)).toBeGreaterThan(10);
    expect(seen("Website", "page_viewed", true)).toBeGreaterThan(50);
  });

  it("Q.2 lets several leads peak in the last minutes", () => {
    const late = happenings.filter(
      ({ kind, at }) => kind === "acted" && at.getTime() > now.getTime() - 8 * MINUTE,
    );
    expect(late.length).toBeGreaterThanOrEqual(5);
  });
});
