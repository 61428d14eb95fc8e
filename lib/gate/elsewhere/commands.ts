import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import type { Actor, SystemActor } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import type { Judged, Release } from "../commands";
import { WITH_A_REP } from "../status";
import type { KeptDecision } from "./decision";
import { keptDecisions } from "./queries";

/** `connectionId` is of the CRM that it was read in; null where it was written by the API. */
type ToKeep = Pick<KeptDecision, "owner" | "reason" | "decidedAt"> & {
  leadId: string;
  connectionId: string | null;
};

/**
 * Keeps what a system elsewhere decided of a lead until the gate lets that through (K.4), instead of
 * what was decided before. Answers false, and keeps what is there, where that was decided later.
 */
export async function keepDecision(
  tx: Transaction,
  actor: SystemActor,
  { leadId, ...decision }: ToKeep,
  now: Date,
): Promise<boolean> {
  const before = (await keptDecisions(tx, actor, [leadId])).get(leadId);
  const set = { ...decision, decidedBy: actor.name };
  const kept = await tx
    .insert(routingElsewhere)
    .values({ leadId, ...set })
    .onConflictDoUpdate({
      target: routingElsewhere.leadId,
      set,
      setWhere: sql`${routingElsewhere.decidedAt} <= excluded.decided_at`,
    })
    .returning({ leadId: routingElsewhere.leadId });
  if (kept.length === 0) return false;
  const { owner, reason } = decision;
  if (before?.owner === owner && before.reason === reason) return true;
  await record(tx, actor, [
    {
      at: now,
      verb: "decided the routing",
      subject: "lead",
      subjectId: leadId,
      ...(before ? { before: { owner: before.owner, reason: before.reason } } : {}),
      after: { owner, reason, decidedAt: decision.decidedAt.toISOString() },
    },
  ]);
  return true;
}

/** Forgets what waited for a lead that goes now. */
export async function forgetDecision(tx: Transaction, _actor: Actor, leadId: string) {
  await tx.delete(routingElsewhere).where(eq(routingElsewhere.leadId, leadId));
}

/**
 * Which of the leads just judged go as was decided elsewhere: those that nothing holds and no rep has,
 * unless whoever releases them decides otherwise. One for somebody who is no rep here is noted and
 * forgotten; the lead goes by our own rules, when they would route it.
 */
export async function decisionsNow(
  tx: Transaction,
  actor: Actor,
  judged: readonly Pick<Judged, "file" | "assessment">[],
  release: Release | undefined,
  now: Date,
): Promise<Map<string, KeptDecision>> {
  if (typeof release === "object") return new Map();
  const free = judged
    .filter(({ file }) => !file.setAside && !WITH_A_REP.includes(file.status))
    .filter(({ assessment }) => assessment.holds.length === 0);
  const kept = await keptDecisions(
    tx,
    actor,
    free.map(({ file }) => file.id),
  );
  for (const [leadId, { owner, ownerId }] of kept) {
    if (ownerId) continue;
    await forgetDecision(tx, actor, leadId);
    await record(tx, actor, [
      {
        at: now,
        verb: "named an owner who is no rep here",
        subject: "lead",
        subjectId: leadId,
        after: owner,
      },
    ]);
  }
  return kept;
}

/** The decision goes with the lead that turned out to be another one; the later of two counts. */
export async function moveDecision(
  tx: Transaction,
  _actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.execute(sql`
    insert into routing_elsewhere (lead_id, connection_id, decided_by, owner, reason, decided_at)
    select ${to}::uuid, connection_id, decided_by, owner, reason, decided_at
    from routing_elsewhere where lead_id = ${from}::uuid
    on conflict (lead_id) do update set connection_id = excluded.connection_id,
      decided_by = excluded.decided_by, owner = excluded.owner, reason = excluded.reason,
      decided_at = excluded.decided_at
    where routing_elsewhere.decided_at < excluded.decided_at`);
  await tx.delete(routingElsewhere).where(eq(routingElsewhere.leadId, from));
}

type Withdrawn = {
  leadId: string;
  /** The CRM that it was read in and when that took it back; left out for what the API was told. */
  readIn?: { connectionId: string; at: Date };
};

/**
 * Takes back what this system decided of a lead that still waits; what another decided, or was decided
 * later, stays. Answers whether anything was taken back.
 */
export async function withdrawDecision(
  actor: SystemActor,
  { leadId, readIn }: Withdrawn,
  now: Date,
  outer?: Transaction,
): Promise<boolean> {
  const { connectionId, decidedBy, decidedAt } = routingElsewhere;
  const its = readIn
    ? and(eq(connectionId, readIn.connectionId), lte(decidedAt, readIn.at))
    : and(isNull(connectionId), eq(decidedBy, actor.name));
  return transaction(async (tx) => {
    const [gone] = await tx
      .delete(routingElsewhere)
      .where(and(eq(routingElsewhere.leadId, leadId), its))
      .returning();
    if (!gone) return false;
    const { owner, reason } = gone;
    await record(tx, actor, [
      {
        at: now,
        verb: "withdrew the routing",
        subject: "lead",
        subjectId: leadId,
        before: { owner, reason },
      },
    ]);
    return true;
  }, outer);
}
