import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { parseBoardFilter } from "@/lib/documentation/board/filter";
import { boardLeads } from "@/lib/documentation/board/queries";
import { boardRows } from "@/lib/documentation/board/rows/queries";
import { saveSummary } from "@/lib/handoff/commands";
import { saveDraft, signDraft, startDraft } from "@/lib/written-standard/commands";
import { openDraft } from "@/lib/written-standard/queries";
import { release } from "../commands";
import { routeDue } from "../waiting/commands";

const { db } = testDatabase();
const job = systemActor("job", "Grace time");
/** Versions take effect by the database's own clock. */
const signedAt = new Date();
const now = new Date(signedAt.getTime() + 60_000);
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const GRACE = 10;

async function standardWithGrace() {
  const ops = await aPerson("marketing_ops");
  await startDraft(ops, signedAt);
  const draft = await openDraft(ops);
  if (!draft) throw new Error("No draft is open.");
  const { id: draftId, revision, gates, requirements } = draft;
  const given = { draftId, revision, gates: [...gates], requirements, graceMinutes: GRACE };
  await saveDraft(ops, { ...given, effectiveOn: null, reason: "" }, signedAt);
  const saved = { draftId, revision: revision + 1 };
  await signDraft(ops, saved, signedAt);
  const signed = await signDraft(await aPerson("manager"), saved, signedAt);
  if (!signed.ok || !signed.value.published) throw new Error("Not published");
  return ops;
}

const standingOf = async (id: string) => {
  const [row] = await db
    .select({ status: lead.status, graceEndsAt: lead.graceEndsAt })
    .from(lead)
    .where(eq(lead.id, id));
  return row;
};

describe("G.5 the grace time of the standard", () => {
  it("holds an MQL for its summary, shows the clock, and ends with the draft or sooner", async () => {
    await aPerson("rep");
    const ops = await standardWithGrace();
    const made: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const id = await aLead(now);
      await document(ops, id, now);
      await evaluate(id, now);
      made.push(id);
    }
    const [waits = "", written = "", pressed = ""] = made;
    const waiting = { status: "ready", graceEndsAt: minutes(GRACE) };
    for (const id of made) expect(await standingOf(id)).toEqual(waiting);
    const filter = parseBoardFilter({ show: "summary" });
    expect(new Set(await boardLeads(ops, filter))).toEqual(new Set(made));
    const [row] = await boardRows(ops, "summary", [waits], now);
    expect(row?.why).toMatchObject({ kind: "summary", graceEndsAt: minutes(GRACE) });

    await saveSummary(ops, { leadId: written, text: "Wants to move.", basedOn: 0 }, minutes(1));
    expect((await standingOf(written))?.status).toBe("routed");
    expect(await release(ops, { leadId: pressed }, minutes(2))).toMatchObject({ ok: true });
    expect((await standingOf(pressed))?.status).toBe("routed");

    expect(await routeDue(job, minutes(GRACE - 1))).toBe(0);
    expect(await standingOf(waits)).toEqual(waiting);
    expect(await routeDue(job, minutes(GRACE))).toBe(1);
    expect((await standingOf(waits))?.status).toBe("routed");
    expect(await routeDue(job, minutes(GRACE))).toBe(0);
    const [given] = await db.select().from(handoff).where(eq(handoff.leadId, waits));
    expect(given?.snapshot.fields["C3.9"]).toMatchObject({ detail: { draft: true } });
    expect(given?.routedAt).toEqual(minutes(GRACE));
  }, 60_000);
});
