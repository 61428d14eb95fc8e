import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { absence } from "@/db/schema/person";
import { slaVersion } from "@/db/schema/sla-version";
import { testDatabase } from "@/db/testing/database";
import { viewerOf } from "@/lib/access/queries";
import type { Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import type { Calendar } from "@/lib/sla/calendar";
import { calendarOf } from "@/lib/sla/queries";
import { DEFAULT_SLA } from "@/lib/sla/settings";
import { weekdays } from "@/lib/sla/testing/minute-by-minute";
import { queuePlace } from "./place/queries";
import { queueCounts, queueRows } from "./queries";
import { byUrgency } from "./urgency";
import { parseView } from "./view";

const { db } = testDatabase();
const at = (iso: string) => new Date(iso);
/** The Monday after the clocks in Berlin went forward, while one works, and the evening before. */
const MONDAY = at("2026-03-30T07:20:00Z");
const SUNDAY = at("2026-03-29T18:00:00Z");

/**
 * When leads were routed; from Friday noon on they had fifteen minutes instead of five, and one an
 * hour, of which some is left when all that was routed about then is missed for long.
 */
const ROUTED = [
  "2026-03-20T10:00:00Z",
  "2026-03-26T15:57:00Z",
  "2026-03-26T15:57:00Z",
  "2026-03-27T10:59:00Z",
  "2026-03-27T14:18:00Z",
  "2026-03-27T14:20:00Z",
  "2026-03-27T15:30:00Z",
  "2026-03-27T15:50:00Z",
  "2026-03-27T15:57:00Z",
  "2026-03-27T20:00:00Z",
  "2026-03-28T12:00:00Z",
  "2026-03-28T12:00:00Z",
  "2026-03-30T05:00:00Z",
  "2026-03-30T07:04:00Z",
  "2026-03-30T07:07:00Z",
  "2026-03-30T07:19:00Z",
];

let rep: Viewer;
let calendar: Calendar;

beforeAll(async () => {
  const hours = weekdays({ from: "09:00", until: "12:30" }, { from: "13:00", until: "17:00" });
  rep = await aPerson("rep", { timeZone: "Europe/Berlin", workingHours: hours });
  const ops = await aPerson("marketing_ops");
  const windows = [
    { version: 3, minutes: 15, createdAt: at("2026-03-27T11:00:00Z") },
    { version: 4, minutes: 60, createdAt: at("2026-03-27T14:19:00Z") },
    { version: 5, minutes: 15, createdAt: at("2026-03-27T14:21:00Z") },
  ];
  await db.insert(slaVersion).values(
    windows.map(({ minutes, ...version }) => ({
      ...version,
      settings: { ...DEFAULT_SLA, minutes, ladder: [] },
    })),
  );
  for (const iso of ROUTED) {
    const leadId = await aLead(at(iso));
    await document(ops, leadId, at(iso));
    const outcome = await release(ops, { leadId }, at(iso));
    if (!outcome.ok) throw new Error(outcome.reason);
  }
  await db.insert(absence).values({
    ...{ personId: rep.id, authorId: ops.id, at: MONDAY },
    startsAt: at("2026-03-27T15:40:00Z"),
    endsAt: at("2026-03-27T15:52:00Z"),
  });
  const again = await viewerOf(rep.id, 1);
  if (!again) throw new Error("The rep is gone.");
  rep = again;
  calendar = await calendarOf(rep, rep.id);
}, 120_000);

describe("Q.2 the queue of a rep with working hours", () => {
  it.each([
    ["while they work", MONDAY],
    ["while they do not", SUNDAY],
    ["while they are away", at("2026-03-27T15:51:00Z")],
  ])("has one order and one filter in SQL and in the rule %s", async (_, now) => {
    const rows = await queueRows(rep, parseView({}, now), now);
    expect(rows).toHaveLength(ROUTED.filter((iso) => at(iso) <= now).length);
    const ids = rows.map(({ id }) => id);
    expect(ids).toEqual(rows.toSorted(byUrgency(calendar, now)).map(({ id }) => id));
    const places = await Promise.all(
      rows.map((row) => queuePlace(rep, parseView({}, now), row.leadId, now)),
    );
    expect(places.map((place) => place?.at)).toEqual(rows.map((_, place) => place + 1));
    expect(places.map((place) => place?.next)).toEqual([
      ...rows.slice(1).map((row) => row.leadId),
      null,
    ]);
    expect(places.map((place) => place?.previous)).toEqual([
      null,
      ...rows.slice(0, -1).map((row) => row.leadId),
    ]);
    const due = rows.filter(({ window }) => ["soon", "late"].includes(window.state));
    const filtered = await queueRows(rep, parseView({ only: "due" }, now), now);
    expect(filtered.map(({ id }) => id)).toEqual(due.map(({ id }) => id));
    expect(await queueCounts(rep, parseView({}, now), now)).toMatchObject({
      due: due.length,
      open: rows.length,
    });
  });

  it("stands still at night, for as long as each lead's own window", async () => {
    const rows = await queueRows(rep, parseView({}, SUNDAY), SUNDAY);
    const windowOf = (iso: string) =>
      rows.find(({ routedAt }) => routedAt.getTime() === at(iso).getTime())?.window;
    const startsAt = at("2026-03-30T07:00:00Z");
    expect(windowOf("2026-03-28T12:00:00Z")).toEqual({ state: "running", leftMs: 9e5, startsAt });
    // Ten minutes at ten to five, of which two were an absence.
    expect(windowOf("2026-03-27T15:50:00Z")).toMatchObject({ state: "running", leftMs: 42e4 });
  });
});
