import { and, asc, gt, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { absence, person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { WorkingHours } from "../working-hours";

/** When a person works and is away, as they or an admin edit it; absences that are over are left out. */
export type HoursOf = {
  personId: string;
  timeZone: string;
  hours: WorkingHours | null;
  absences: { id: string; startsAt: Date; endsAt: Date; words: string | null }[];
};

/** The hours of these people by their id: one's own, or for an admin anybody's. */
export async function hoursOf(
  viewer: Viewer,
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, HoursOf>> {
  // Of nobody, every one is one's own: an admin without a rep yet would be refused.
  const own = personIds.length > 0 && personIds.every((id) => id === viewer.id);
  authorize(viewer, own ? "set own hours" : "manage people");
  if (personIds.length === 0) return new Map();
  const people = await db
    .select({ personId: person.id, timeZone: person.timeZone, hours: person.workingHours })
    .from(person)
    .where(inArray(person.id, [...personIds]));
  const { id, personId, startsAt, endsAt, words } = absence;
  const rows = await db
    .select({ id, personId, startsAt, endsAt, words })
    .from(absence)
    .where(and(inArray(personId, [...personIds]), isNull(absence.withdrawnAt), gt(endsAt, now)))
    .orderBy(asc(startsAt));
  const absences = Map.groupBy(rows, (row) => row.personId);
  return new Map(
    people.map((one) => [one.personId, { ...one, absences: absences.get(one.personId) ?? [] }]),
  );
}
