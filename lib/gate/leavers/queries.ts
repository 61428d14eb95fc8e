import { and, asc, count, eq, inArray, isNull, ne, not, or } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { decision, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { queueEntry } from "@/db/schema/queue-entry";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { OPEN_WITH_REP } from "../status";
import type { LastOwner } from "./last-owner";

/** Whoever is no rep with access can work on no lead. */
const hasLeft = or(not(person.active), ne(person.role, "rep"));

/** By the queue's own rows, which are few: a rep may have answered ten thousand. */
const isOpen = and(isNull(queueEntry.decidedAt), inArray(lead.status, [...OPEN_WITH_REP]));

/** Who has a lead, or sent it back: of its latest handoff; null where it never had one. */
export async function lastOwner(
  tx: Transaction,
  _actor: Actor,
  leadId: string,
): Promise<LastOwner | null> {
  const [row] = await tx
    .select({
      id: person.id,
      name: person.name,
      active: person.active,
      role: person.role,
      accepted: decision.accepted,
    })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .where(eq(lead.id, leadId));
  if (!row) return null;
  const { id, name, active, role, accepted } = row;
  return { id, name, active, hasLeft: !active || role !== "rep", sentBack: accepted === false };
}

/** Everybody who has a lead or had it, each once: to whom it was given, whatever became of it. */
export async function ownersSoFar(
  tx: Transaction,
  _actor: Actor,
  leadId: string,
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ ownerId: handoff.ownerId })
    .from(handoff)
    .where(eq(handoff.leadId, leadId));
  return rows.map(({ ownerId }) => ownerId);
}

/** Those who have no access any more, or are no reps, and still have open leads; by name. */
export async function leaversWithLeads(viewer: Viewer) {
  authorize(viewer, "settle fallbacks");
  return db
    .select({ personId: person.id, name: person.name, leads: count() })
    .from(person)
    .innerJoin(queueEntry, eq(queueEntry.ownerId, person.id))
    .innerJoin(lead, eq(lead.id, queueEntry.leadId))
    .where(and(hasLeft, isOpen))
    .groupBy(person.id, person.name)
    .orderBy(asc(person.name));
}

/** The open leads of one of them, the one that waits the longest first. */
export async function openLeadsOf(
  within: Transaction | typeof db,
  _actor: Actor,
  personId: string,
): Promise<string[]> {
  const rows = await within
    .select({ id: lead.id })
    .from(queueEntry)
    .innerJoin(lead, eq(lead.id, queueEntry.leadId))
    .where(and(eq(queueEntry.ownerId, personId), isOpen))
    .orderBy(asc(queueEntry.routedAt), asc(lead.id));
  return rows.map(({ id }) => id);
}
