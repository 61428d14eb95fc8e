import { and, eq, or } from "drizzle-orm";
import { db } from "@/db/client";
import { person } from "@/db/schema/person";
import type { Actor } from "@/lib/access/viewer";

/** The active reps that an email address or a name means; case does not matter in an address. */
export async function repsCalled(_actor: Actor, text: string) {
  return db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      and(
        eq(person.role, "rep"),
        eq(person.active, true),
        or(eq(person.email, text.toLowerCase()), eq(person.name, text)),
      ),
    );
}
