import { and, asc, eq, exists, gt, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { attempt, decision, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { absence, person } from "@/db/schema/person";
import { fallbackRouting } from "@/db/schema/routing";
import { escalation } from "@/db/schema/sla";
import { slaVersion } from "@/db/schema/sla-version";
import type { Actor } from "@/lib/access/viewer";
import { OPEN_LEADS } from "@/lib/routing/team/queries";
import type { LadderStep } from "../settings";

/** A handoff that nobody has answered yet, with its ladder and how far it was climbed. */
export type Unanswered = {
  handoffId: string;
  leadId: string;
  ownerId: string;
  ownerName: string;
  routedAt: Date;
  windowSeconds: number;
  ladder: readonly LadderStep[];
  done: number[];
  /** Nobody could take it when it was to be given to another rep. */
  refused: boolean;
  /** No rule gave it to its owner, and nobody has looked into that yet. */
  byFallback: boolean;
  /** They have more open leads than they are allowed; only asked of what came by fallback. */
  overCap: boolean;
};

const LADDER = sql`(${slaVersion.settings} -> 'ladder')`;
/** A re-route that was refused is not done: somebody may be free a minute later. */
const REFUSED = sql`(${escalation.action} = 'reroute' and ${escalation.nextHandoffId} is null)`;
const DONE = sql<number[]>`(select coalesce(json_agg(${escalation.step}), '[]'::json)
  from ${escalation} where ${escalation.handoffId} = ${handoff.id} and not ${REFUSED})`;

/** The lead's own handoff, never tried and never decided: only such a one is escalated. */
export const unanswered = (within: Transaction | typeof db) =>
  and(
    eq(lead.status, "routed"),
    isNull(decision.handoffId),
    notExists(
      within.select({ one: sql`1` }).from(attempt).where(eq(attempt.handoffId, handoff.id)),
    ),
  );

const BY_FALLBACK = sql<boolean>`exists (select 1 from ${fallbackRouting}
  where ${fallbackRouting.handoffId} = ${handoff.id} and ${fallbackRouting.settledAt} is null)`;
/** A case, so that the leads of nobody else are counted. */
const OVER_CAP = sql<boolean>`case when ${BY_FALLBACK}
  then coalesce(${OPEN_LEADS} > ${person.leadCap}, false) else false end`;

const columns = {
  handoffId: handoff.id,
  leadId: handoff.leadId,
  ownerId: handoff.ownerId,
  ownerName: person.name,
  routedAt: handoff.routedAt,
  windowSeconds: handoff.windowSeconds,
  ladder: sql<LadderStep[]>`${LADDER}`,
  done: DONE,
  refused: sql<boolean>`exists (select 1 from ${escalation}
    where ${escalation.handoffId} = ${handoff.id} and ${REFUSED})`,
  byFallback: BY_FALLBACK,
  overCap: OVER_CAP,
};

/** What a handoff still waits for; null once it was answered or given on. */
export async function unansweredNow(
  tx: Transaction,
  _actor: Actor,
  handoffId: string,
): Promise<Unanswered | null> {
  const [row] = await tx
    .select(columns)
    .from(handoff)
    .innerJoin(lead, eq(lead.handoffId, handoff.id))
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .innerJoin(slaVersion, eq(slaVersion.version, handoff.slaVersion))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .where(and(eq(handoff.id, handoffId), unanswered(tx)));
  return row ?? null;
}

/**
 * Every handoff that nobody has answered and whose ladder has a step left, or whose rep is away or has too
 * many by fallback; the one that waits the longest first, as the place of whoever can take one again is for that.
 */
export async function allUnanswered(_actor: Actor, now: Date): Promise<Unanswered[]> {
  const away = db
    .select({ id: absence.id })
    .from(absence)
    .where(
      and(
        eq(absence.personId, handoff.ownerId),
        isNull(absence.withdrawnAt),
        lte(absence.startsAt, now),
        gt(absence.endsAt, now),
      ),
    );

  return db
    .select(columns)
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .innerJoin(slaVersion, eq(slaVersion.version, handoff.slaVersion))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .where(
      and(
        unanswered(db),
        or(
          sql`jsonb_array_length(${LADDER}) > (select count(*) from ${escalation}
            where ${escalation.handoffId} = ${handoff.id} and not ${REFUSED})`,
          exists(away),
          OVER_CAP,
        ),
      ),
    )
    .orderBy(asc(handoff.routedAt), asc(handoff.id));
}

/** Whether a person outside of Baton gave the lead to its rep; read for one, as a snapshot is large. */
export async function isOwnedElsewhere(
  tx: Transaction,
  _actor: Actor,
  handoffId: string,
): Promise<boolean> {
  const [row] = await tx
    .select({ owned: sql<boolean>`${handoff.snapshot} ? 'owned'` })
    .from(handoff)
    .where(eq(handoff.id, handoffId));
  return row?.owned ?? false;
}

/** The managers with access: whom the ladder tells. */
export async function managers(tx: Transaction, _actor: Actor): Promise<string[]> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.role, "manager"), eq(person.active, true)));
  return rows.map(({ id }) => id);
}
