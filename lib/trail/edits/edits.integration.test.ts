import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { trailEdit } from "@/db/schema/trail";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { recordActivities } from "@/lib/intake/activities/commands";
import { HOUR } from "@/lib/platform/durations";
import { editTrail, undoTrailEdit } from "./commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const site = systemActor("connection", "Website");
const PRICING = "page:/pricing";

const visit = (path: string, hours: number) => ({
  id: randomUUID(),
  kind: "page_viewed" as const,
  occurredAt: new Date(now.getTime() - hours * HOUR),
  userAgent: "Mozilla/5.0 (Macintosh) Safari/605.1",
  details: { path, seconds: 90 },
});

async function aReader() {
  const leadId = await aLead(now);
  const visits = [visit("/pricing", 3), visit("/security", 2), visit("/customers/nordlys", 30)];
  const activities = visits.map((one) => ({ ...one, leadId }));
  await recordActivities(site, activities, { now, source: "Website" });
  return leadId;
}

const trailOf = async (leadId: string) => {
  const [row] = await db.select({ computed: lead.computed }).from(lead).where(eq(lead.id, leadId));
  return row?.computed["C3.8"];
};

describe("O.2 a person edits a lead's trail", () => {
  it("is told everywhere in the person's words, signed and dated, and survives what comes", async () => {
    const ops = await aPerson("marketing_ops");
    const leadId = await aReader();
    const text = "Compared our prices with the CFO";
    const edit = { do: "reword", key: PRICING, text } as const;
    expect(await editTrail(ops, { leadId, edit }, now)).toEqual({
      ok: true,
      value: { version: 1 },
    });
    expect(await trailOf(leadId)).toMatchObject({ source: "person", provider: ops.name });
    expect(JSON.stringify(await trailOf(leadId))).toContain(text);
    const again = [{ ...visit("/pricing", 1), leadId }];
    await recordActivities(site, again, { now, source: "Website" });
    const dossier = await leadDossier(ops, leadId, now);
    const line = dossier?.trail.lines.find(({ key }) => key === PRICING);
    expect(line).toMatchObject({ text, count: 2, pinned: true });
    expect(dossier?.draft).toContain("the pricing page");
    expect(dossier?.draft).not.toContain(text);
  });

  it("leaves a dropped line out of trail, draft and opener, and undoes it", async () => {
    const ops = await aPerson("marketing_ops");
    const leadId = await aReader();
    await editTrail(ops, { leadId, edit: { do: "drop", key: PRICING } }, now);
    const dossier = await leadDossier(ops, leadId, now);
    expect(JSON.stringify(await trailOf(leadId))).not.toContain("/pricing");
    expect(dossier?.trail.dropped).toMatchObject([{ key: PRICING }]);
    expect(await undoTrailEdit(ops, { leadId, version: 1 }, now)).toMatchObject({ ok: true });
    expect(JSON.stringify(await trailOf(leadId))).toContain("/pricing");
    const versions = await db.select().from(trailEdit).where(eq(trailEdit.leadId, leadId));
    expect(versions.map(({ verb }) => verb).toSorted()).toEqual(["drop", "undo"]);
    const told = await db
      .select({ after: history.after })
      .from(history)
      .where(and(eq(history.subjectId, leadId), eq(history.verb, "edited the trail")));
    expect(told).toHaveLength(2);
  });

  it("keeps what two people do at once, and undoes nobody else's", async () => {
    const [one, other] = [await aPerson("marketing_ops"), await aPerson("admin")];
    const leadId = await aReader();
    await Promise.all([
      editTrail(one, { leadId, edit: { do: "pin", key: PRICING } }, now),
      editTrail(other, { leadId, edit: { do: "drop", key: "page:/security" } }, now),
    ]);
    const dossier = await leadDossier(one, leadId, now);
    expect(dossier?.trail.lines.find(({ key }) => key === PRICING)?.pinned).toBe(true);
    expect(dossier?.trail.dropped).toMatchObject([{ key: "page:/security" }]);
    expect(await undoTrailEdit(one, { leadId, version: 1 }, now)).toMatchObject({ ok: false });
  });

  it("is refused to reps and managers, and for what is not there", async () => {
    const leadId = await aReader();
    const edit = { do: "pin", key: PRICING } as const;
    for (const role of ["rep", "manager"] as const) {
      const person = await aPerson(role);
      await expect(editTrail(person, { leadId, edit }, now)).rejects.toThrow("document leads");
      const undo = undoTrailEdit(person, { leadId, version: 1 }, now);
      await expect(undo).rejects.toThrow("document leads");
    }
    const ops = await aPerson("marketing_ops");
    const gone = { do: "pin", key: "page:/nowhere" } as const;
    expect(await editTrail(ops, { leadId, edit: gone }, now)).toMatchObject({ ok: false });
    expect(await editTrail(ops, { leadId: randomUUID(), edit }, now)).toMatchObject({ ok: false });
  });
});
