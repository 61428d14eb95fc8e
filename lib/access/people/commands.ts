import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import { record } from "@/lib/platform/history";
import { done, type Outcome, refused } from "../outcome";
import { authorize } from "../permissions";
import type { Role } from "../roles";
import type { Actor, SystemActor, Viewer } from "../viewer";

type NewPerson = { name: string; email: string; role: Role };

/** Lets a person in: whoever signs in with this address is them. */
export async function addPerson(viewer: Viewer, given: NewPerson, now: Date): Promise<Outcome> {
  authorize(viewer, "manage people");
  const added = await writePerson(viewer, given, now);
  return added ? done : refused("Somebody with this address is here already.", "email");
}

/**
 * Makes the first admin, who lets everybody else in. Does nothing where the address is known
 * already: what admins changed since stays as it is.
 */
export async function addFirstAdmin(actor: SystemActor, email: string, now: Date): Promise<void> {
  await writePerson(actor, { name: email, email: email.trim().toLowerCase(), role: "admin" }, now);
}

/** Corrects how a person is called from now on; what was written under the earlier name keeps it. */
export async function renamePerson(
  viewer: Viewer,
  { personId, name }: { personId: string; name: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "manage people");
  return transaction(async (tx) => {
    const [before] = await tx
      .select({ name: person.name })
      .from(person)
      .where(eq(person.id, personId))
      .for("update");
    if (!before) return refused("There is no such person.");
    if (before.name === name) return done;
    await tx.update(person).set({ name }).where(eq(person.id, personId));
    await record(tx, viewer, [
      { at: now, verb: "renamed", subject: "person", subjectId: personId, before, after: { name } },
    ]);
    return done;
  });
}

async function writePerson(actor: Actor, given: NewPerson, now: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const [row] = await tx
      .insert(person)
      .values({ ...given, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: person.id });
    if (!row) return false;
    await record(tx, actor, [
      { at: now, verb: "added", subject: "person", subjectId: row.id, after: given },
    ]);
    return true;
  });
}
