import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { activity } from "@/db/schema/activity";
import { note } from "@/db/schema/note";
import { testDatabase } from "@/db/testing/database";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { fillField } from "@/lib/gate/filling/commands";
import { recordActivities } from "@/lib/intake/activities/commands";
import { captureLeads } from "@/lib/intake/commands";
import type { ActivityInput } from "@/lib/intake/input";
import { bringBack, leaveOut, saveExclusions } from "@/lib/trail/commands";
import { exclusionsInForce } from "@/lib/trail/queries";
import { addNote, withdrawNote } from "../commands";
import { handoffOfLead } from "../queries";
import { sinceHandoff } from "./since";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const site = systemActor("connection", "Website");
const BOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

// One rep for all: whoever else there was would get some of the leads.
let rep: Viewer;
let ops: Viewer;
beforeAll(async () => {
  [rep, ops] = [await aPerson("rep"), await aPerson("marketing_ops")];
});

describe("G.7 what is read of a lead since its handoff", { timeout: 60_000 }, () => {
  it("goes by the rules in force, by who signs in here, and by what people chose", async () => {
    const admin = await aPerson("admin");
    const leadId = await aLead(now);
    await evaluate(leadId, now);
    await document(ops, leadId, now);
    const { settings, version } = await exclusionsInForce();
    const changed = { ...settings, otherPaths: ["/energy"] };
    const saving = { settings: changed, basedOn: version, reason: "Energy is sold elsewhere" };
    expect(await saveExclusions(admin, saving, later(1))).toMatchObject({ ok: true });

    const common = (minutes: number) => ({ leadId, id: randomUUID(), occurredAt: later(minutes) });
    const page = (path: string, minutes: number, userAgent?: string): ActivityInput => ({
      ...common(minutes),
      ...{ kind: "page_viewed", userAgent, details: { path } },
    });
    const byStaff: ActivityInput = {
      ...common(4),
      kind: "form_submitted",
      details: { form: "Ask for a demo", fields: { email: ops.email } },
    };
    const came = [
      page("/security", 2),
      page("/energy/tariffs", 3),
      byStaff,
      page("/docs/api", 5, BOT),
      page("/careers", 6),
    ];
    await recordActivities(site, came, { now: later(7), source: "Website" });
    const idOf = async (path: string) => {
      const rows = await db.select().from(activity).where(eq(activity.leadId, leadId));
      return rows.find(({ details }) => "path" in details && details.path === path)?.id ?? "";
    };
    const chosen = async (path: string) => ({ leadId, activityIds: [await idOf(path)] });
    expect(await bringBack(ops, await chosen("/docs/api"), later(8))).toMatchObject({ ok: true });
    expect(await leaveOut(ops, await chosen("/careers"), later(8))).toMatchObject({ ok: true });

    const view = await handoffOfLead(rep, leadId);
    if (!view) throw new Error("The lead was not handed off.");
    expect(sinceHandoff(view, rep, later(9))).toEqual([
      { kind: "activity", text: expect.stringContaining("/docs/api"), at: later(5) },
      { kind: "activity", text: "Read /security", at: later(2) },
    ]);
  });

  it("reads the newest two hundred activities of a busy lead", async () => {
    const leadId = await aLead(now);
    await evaluate(leadId, now);
    await document(ops, leadId, now);
    const visit = (path: string, seconds: number): ActivityInput => ({
      ...{ leadId, id: randomUUID(), kind: "page_viewed", details: { path } },
      occurredAt: new Date(now.getTime() + seconds * 1000),
    });
    const first = Array.from({ length: 2 }, (_, index) => visit("/pricing", 1 + index));
    const then = Array.from({ length: 200 }, (_, index) => visit("/security", 10 + index));
    const all = [...then, ...first];
    await recordActivities(site, all, { now: later(5), source: "Website" });
    const view = await handoffOfLead(rep, leadId);
    if (!view) throw new Error("The lead was not handed off.");
    const told = sinceHandoff(view, rep, later(6)).map(({ text }) => text);
    expect(told).toEqual(["Read /security 200 times"]);
  });

  it("tells of a note that the rep was given and that was taken back", async () => {
    const leadId = await aLead(now);
    await evaluate(leadId, now);
    await addNote(ops, { leadId, kind: "flag", text: "Closed-lost in 2024" }, now);
    await document(ops, leadId, now);
    const [given] = await db
      .select({ id: note.id })
      .from(note)
      .where(and(eq(note.leadId, leadId), eq(note.kind, "flag")));
    expect(await withdrawNote(ops, { noteId: given?.id ?? "" }, later(3))).toMatchObject({
      ok: true,
    });
    const view = await handoffOfLead(rep, leadId);
    if (!view) throw new Error("The lead was not handed off.");
    expect(sinceHandoff(view, rep, later(4))).toEqual([
      { kind: "withdrawn", text: "Taken back: Closed-lost in 2024", at: later(3) },
    ]);
  });

  it("tells of a number that the lead sends later and that a verified one outweighs", async () => {
    const email = `${randomUUID()}@nordlys.example`;
    const leadId = await aLead(now, { email });
    await evaluate(leadId, now);
    await fillField(ops, { leadId, fieldId: "C1.5", value: "+47 406 12 345" }, now);
    await document(ops, leadId, now);
    const read = async (minutes: number) => {
      const view = await handoffOfLead(rep, leadId);
      if (!view) throw new Error("The lead was not handed off.");
      return sinceHandoff(view, rep, later(minutes));
    };
    const send = (phone: string, minutes: number) =>
      captureLeads(
        site,
        [{ input: { email, phone }, source: "form", provider: "Tests" }],
        later(minutes),
      );
    await send("+47 406 12 345", 1);
    expect(await read(2)).toEqual([]);
    await send("+47 905 00 111", 3);
    expect(await read(4)).toEqual([
      { kind: "field", text: "Direct phone was also given as +4790500111", at: later(3) },
    ]);
  });
});
