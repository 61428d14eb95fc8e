import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { fallbackRouting, routingCredit } from "@/db/schema/routing";
import type { Actor } from "@/lib/access/viewer";
import { tellCrms } from "@/lib/connections/outbox/commands";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { notify } from "@/lib/notices/commands";
import { record } from "@/lib/platform/history";
import { awaitStep } from "@/lib/sla/escalation/schedule";
import { calendarOf } from "@/lib/sla/queries";
import { windowSecondsOf } from "@/lib/sla/settings";
import { slaAt } from "@/lib/sla/versions/queries";
import { fieldStates } from "@/lib/standard/field-states";
import type { Trend } from "@/lib/standard/scoring-context";
import type { Team } from "./owner";
import { fallbackPerson, repsAt } from "./team/queries";
import type { CreditChange } from "./turn";

/** One routing at a time takes a turn, so that two leads at once never break a round robin or a cap. */
const ROUTING_TURN = 7_263_811;

/**
 * Takes the routing turn until commit. For whoever routes, and before anything else for whoever changes
 * who can take a lead: what they saved counts for each lead that is routed after it, and for none
 * that was half routed before.
 */
export async function takeRoutingTurn(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ROUTING_TURN})`);
}

/**
 * Everybody whom the rules may choose, as they stand now. Takes the routing turn until commit, so
 * that two leads routed at once see each other's credits and open leads.
 */
export async function teamInTurn(
  tx: Transaction,
  actor: Actor,
  fallbackId: string | null,
  now: Date,
): Promise<Team> {
  await takeRoutingTurn(tx);
  const reps = await repsAt(tx, actor, now);
  return { reps, fallback: await fallbackPerson(tx, actor, fallbackId) };
}

/** Keeps what a turn cost and owes. Only for whoever holds the routing turn. */
export async function keepCredits(
  tx: Transaction,
  changes: readonly CreditChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insert(routingCredit)
    .values(changes.map(({ personId, by }) => ({ personId, credit: by })))
    .onConflictDoUpdate({
      target: routingCredit.personId,
      set: { credit: sql`${routingCredit.credit} + excluded.credit` },
    });
}

/** Leaves word for marketing ops and managers that no rule found anybody. */
export async function noteFallback(tx: Transaction, handoffId: string, at: Date): Promise<void> {
  await tx.insert(fallbackRouting).values({ handoffId, at });
}

/** What list rows show of a handoff, beside what the snapshot says. */
export type HandoffColumns = {
  name: string;
  companyName: string;
  jobTitle: string;
  tier: number | null;
  scoreTotal: number | null;
  scoreDelta: number | null;
  trend: Trend | null;
};

/**
 * Gives a lead to a rep: the snapshot, the lead's state and the history in the transaction that
 * routes (G.7). The database's gate refuses what is not complete (G.3), and counts it for the trends.
 * Its segments say how long the rep has (Q.2). Answers the handoff's id.
 */
export async function handOff(
  tx: Transaction,
  actor: Actor,
  snapshot: Snapshot,
  columns: HandoffColumns,
  segmentIds: readonly string[],
): Promise<string> {
  const { leadId, standardVersion, completeness, timeZone, trigger } = snapshot;
  const routedAt = new Date(snapshot.routedAt);
  const sla = await slaAt(routedAt, tx);
  const windowSeconds = windowSecondsOf(sla.settings, segmentIds);
  const [row] = await tx
    .insert(handoff)
    .values({
      leadId,
      ownerId: snapshot.owner.id,
      routedAt,
      standardVersion,
      slaVersion: sla.version,
      windowSeconds,
      ...completeness,
      ...columns,
      timeZone,
      trigger: trigger.text,
      triggeredAt: new Date(trigger.at),
      capturedAt: new Date(snapshot.capturedAt),
      missing: snapshot.missing.map((field) => field.id),
      ...fieldStates(snapshot.fields),
      segmentId: segmentIds[0] ?? "",
      snapshot,
    })
    .returning({ id: handoff.id });
  if (!row) throw new Error("The handoff was not written.");
  await tx
    .update(lead)
    .set({ status: "routed", handoffId: row.id, ...completeness, updatedAt: routedAt })
    .where(eq(lead.id, leadId));
  await record(tx, actor, [
    {
      at: routedAt,
      verb: "routed",
      subject: "lead",
      subjectId: leadId,
      after: { handoff: row.id, owner: snapshot.owner.name, reason: snapshot.routingReason },
    },
  ]);
  const at = routedAt;
  await notify(tx, actor, [
    { kind: "new_lead", personId: snapshot.owner.id, leadId, handoffId: row.id, at },
  ]);
  const handoffId = row.id;
  await tellCrms(tx, actor, { kind: "handoff", handoffId, leadId, occasion: handoffId }, at);
  const calendar = await calendarOf(actor, snapshot.owner.id, tx);
  const owed = { routedAt, windowSeconds, calendar };
  await awaitStep(tx, row.id, owed, sla.settings.ladder, []);
  return row.id;
}
