import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { absence, person } from "@/db/schema/person";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import { record } from "@/lib/platform/history";
import { takeRoutingTurn } from "@/lib/routing/commands";
import { instantAt } from "../wall-clock";
import type { WorkingHours } from "../working-hours";

const NOBODY = "There is no such person.";

/** A rep sees to their own hours; an admin to everybody's. */
function authorizeHours(viewer: Viewer, personId: string): void {
  authorize(viewer, viewer.id === personId ? "set own hours" : "manage people");
}

/** The hours and the zone that a person's row still has, beside those that it had before. */
const keptUntil = (now: Date) =>
  sql`${person.earlierHours} || jsonb_build_object('until', ${now.toISOString()}::timestamptz,
    'timeZone', ${person.timeZone}, 'hours', ${person.workingHours})`;

/** Sets when a person works; null is around the clock. It counts from now on. */
export async function setHours(
  viewer: Viewer,
  input: { personId: string; hours: WorkingHours | null },
  now: Date,
): Promise<Outcome> {
  const { personId, hours } = input;
  authorizeHours(viewer, personId);
  return transaction(async (tx) => {
    await takeRoutingTurn(tx);
    const [row] = await tx
      .select({ hours: person.workingHours })
      .from(person)
      .where(eq(person.id, personId))
      .for("no key update");
    if (!row) return refused(NOBODY);
    const set = { workingHours: hours, earlierHours: keptUntil(now) };
    await tx.update(person).set(set).where(eq(person.id, personId));
    const entry = { at: now, verb: "changed hours", subject: "person" } as const;
    await record(tx, viewer, [{ ...entry, subjectId: personId, before: row.hours, after: hours }]);
    return done;
  });
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;

/**
 * Notes whole days that a person is away for, the last one included, by the clocks of their zone. It
 * counts from now on: nobody is away for what was worked, or waited, already.
 */
export async function noteAbsence(
  viewer: Viewer,
  input: { personId: string; first: string; last: string; words: string },
  now: Date,
): Promise<Outcome> {
  const { personId, first, last, words } = input;
  authorizeHours(viewer, personId);
  return transaction(async (tx) => {
    await takeRoutingTurn(tx);
    const [row] = await tx
      .select({ timeZone: person.timeZone })
      .from(person)
      .where(eq(person.id, personId));
    if (!row) return refused(NOBODY);
    const endsAt = new Date(instantAt(row.timeZone, dayNumber(last) + 1, 0));
    if (endsAt <= now) return refused("These days are over already.", "last");
    const firstDay = instantAt(row.timeZone, dayNumber(first), 0);
    const startsAt = new Date(Math.max(firstDay, now.getTime()));
    const by = { authorId: viewer.id, at: now };
    await tx.insert(absence).values({ personId, startsAt, endsAt, words: words || null, ...by });
    const entry = { at: now, verb: "noted an absence", subject: "person" } as const;
    await record(tx, viewer, [{ ...entry, subjectId: personId, after: { first, last } }]);
    return done;
  });
}

/** Takes an absence back: they are there again at once, and were away until then. */
export async function withdrawAbsence(
  viewer: Viewer,
  input: { absenceId: string },
  now: Date,
): Promise<Outcome> {
  return transaction(async (tx) => {
    const [row] = await tx
      .select({ personId: absence.personId, startsAt: absence.startsAt, endsAt: absence.endsAt })
      .from(absence)
      .where(
        and(eq(absence.id, input.absenceId), isNull(absence.withdrawnAt), gt(absence.endsAt, now)),
      )
      .for("update");
    if (!row) return refused("This is over or was taken back already.");
    authorizeHours(viewer, row.personId);
    const back =
      row.startsAt < now ? { endsAt: now } : { withdrawnAt: now, withdrawnBy: viewer.id };
    await tx.update(absence).set(back).where(eq(absence.id, input.absenceId));
    const entry = { at: now, verb: "took an absence back", subject: "person" } as const;
    const { startsAt, endsAt } = row;
    const before = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    await record(tx, viewer, [{ ...entry, subjectId: row.personId, before }]);
    return done;
  });
}
