import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Db, db, type Transaction } from "@/db/client";
import { absence, person } from "@/db/schema/person";
import type { Actor } from "@/lib/access/viewer";
import { type Calendar, readHours } from "./calendar";

/**
 * When each of these people works, by their id. Everybody who is let in may know, since a routing
 * reason says it to reps; why somebody is away is not in it.
 */
export async function calendarsOf(
  _actor: Actor,
  personIds: readonly string[],
  from: Db | Transaction = db,
): Promise<Map<string, Calendar>> {
  if (personIds.length === 0) return new Map();
  const rows = await from
    .select({
      id: person.id,
      timeZone: person.timeZone,
      hours: person.workingHours,
      earlier: person.earlierHours,
      startsAt: absence.startsAt,
      endsAt: absence.endsAt,
    })
    .from(person)
    .leftJoin(absence, and(eq(absence.personId, person.id), isNull(absence.withdrawnAt)))
    .where(inArray(person.id, [...personIds]));
  const calendars = new Map<string, Calendar & { absences: { from: Date; until: Date }[] }>();
  for (const { id, startsAt, endsAt, ...hours } of rows) {
    const calendar = calendars.get(id) ?? { ...readHours(hours), absences: [] };
    if (startsAt && endsAt) calendar.absences.push({ from: startsAt, until: endsAt });
    calendars.set(id, calendar);
  }
  return calendars;
}

/** When one person works; a person that nobody knows is a defect. */
export async function calendarOf(
  actor: Actor,
  personId: string,
  from: Db | Transaction = db,
): Promise<Calendar> {
  const calendar = (await calendarsOf(actor, [personId], from)).get(personId);
  if (!calendar) throw new Error("There is no such person.");
  return calendar;
}
