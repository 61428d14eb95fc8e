import { and, asc, desc, eq, getTableColumns, max, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { person } from "@/db/schema/person";
import { routingCredit } from "@/db/schema/routing";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { calendarsOf } from "@/lib/sla/queries";
import { hindrance } from "../availability";
import { anybodyTakes, type Team } from "../owner";
import { presenceAt } from "../presence";
import { routingInForce } from "../queries";
import type { Presence, Rep } from "../rep";

const lastRoutedAt = () =>
  db
    .select({ at: max(handoff.routedAt) })
    .from(handoff)
    .where(eq(handoff.ownerId, person.id));

/** Counted only where it matters: a rep without a cap may have ten thousand. */
export const OPEN_LEADS = sql<number>`case when ${person.leadCap} is null then 0 else (
  select count(*)::int from handoff h join lead l on l.handoff_id = h.id
  where h.owner_id = ${person.id} and l.status in ('routed', 'contacted')) end`;

/** All who are reps, those without access among them, so that a path can name them. */
export async function repsAt(
  within: Transaction | typeof db,
  actor: Actor,
  now: Date,
): Promise<Rep[]> {
  const { id, name, active, territory, territoryName, timeZone } = getTableColumns(person);
  const { languages, products, segments } = getTableColumns(person);
  const rows = await within
    .select({
      id,
      name,
      active,
      territory,
      territoryName,
      timeZone,
      languages,
      products,
      segments,
      weight: person.routingWeight,
      cap: person.leadCap,
      openLeads: OPEN_LEADS,
      lastRoutedAt: sql<string | null>`(${lastRoutedAt()})`,
      credit: sql<number>`coalesce(${routingCredit.credit}, 0)`,
    })
    .from(person)
    .leftJoin(routingCredit, eq(routingCredit.personId, person.id))
    .where(eq(person.role, "rep"));
  const calendars = await calendarsOf(
    actor,
    rows.map((row) => row.id),
    within,
  );
  return rows.map((row) => ({
    ...row,
    presence: presenceAt(calendars.get(row.id), now),
    lastRoutedAt: row.lastRoutedAt === null ? null : Date.parse(row.lastRoutedAt),
  }));
}

/**
 * Whom the rules name where they find nobody. While they name no rep with access, whoever has been here
 * the longest of those who have it stands in. Null where no rep has access.
 */
export async function fallbackPerson(
  within: Transaction | typeof db,
  _actor: Actor,
  id: string | null,
): Promise<Team["fallback"]> {
  const isNamed = sql<boolean>`${person.id} is not distinct from ${id}::uuid`;
  const [found] = await within
    .select({ id: person.id, name: person.name, isNamed })
    .from(person)
    .where(and(eq(person.role, "rep"), eq(person.active, true)))
    .orderBy(desc(isNamed), asc(person.createdAt), asc(person.id))
    .limit(1);
  return found ?? null;
}

/** Whether anybody, beside those in `notTo`, could be given a lead now; a look without the routing turn. */
export async function somebodyCanTake(
  actor: Actor,
  now: Date,
  { notTo = [], within = db }: { notTo?: readonly string[]; within?: Transaction | typeof db } = {},
): Promise<boolean> {
  const { settings } = await routingInForce(within);
  const fallback = await fallbackPerson(within, actor, settings.fallbackId);
  return anybodyTakes({ reps: await repsAt(within, actor, now), fallback }, now, notTo);
}

/** Why a rep can be given no lead at all now, to be read after their name; null where they can. */
export async function hindranceOf(
  actor: Actor,
  personId: string,
  now: Date,
  within: Transaction | typeof db = db,
): Promise<string | null> {
  const rep = (await repsAt(within, actor, now)).find(({ id }) => id === personId);
  return rep ? hindrance(rep, now) : null;
}

/** The reps with access, for those who may see how leads are routed. */
export async function teamList(viewer: Viewer, now: Date): Promise<Rep[]> {
  authorize(viewer, "see routing");
  const reps = await repsAt(db, viewer, now);
  return reps
    .filter(({ active }) => active)
    .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}

/** Who may be named as the fallback: a rep with access, since the gate hands leads to no others. */
export async function fallbackChoices(viewer: Viewer) {
  authorize(viewer, "see routing");
  return db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(eq(person.active, true), eq(person.role, "rep")))
    .orderBy(asc(person.name));
}

/** Who gets, by the rules in force, what they give to nobody. */
export async function fallbackInForce(viewer: Viewer): Promise<Team["fallback"]> {
  authorize(viewer, "see routing");
  const { settings } = await routingInForce();
  return fallbackPerson(db, viewer, settings.fallbackId);
}

/** Whether each rep worked at a moment, for leads of the past. */
export async function workAt(
  within: Transaction | typeof db,
  actor: Actor,
): Promise<(personId: string, at: Date) => Presence> {
  const reps = await within.select({ id: person.id }).from(person).where(eq(person.role, "rep"));
  const calendars = await calendarsOf(
    actor,
    reps.map(({ id }) => id),
    within,
  );
  return (personId, at) => presenceAt(calendars.get(personId), at);
}
