import { db } from "@/db/client";
import { person } from "@/db/schema/person";
import { viewerOf } from "@/lib/access/queries";
import type { Role } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";

let counter = 0;

/** A person of a role in the database, as the viewer they would be. */
export async function aPerson(
  role: Role,
  rest: Partial<typeof person.$inferInsert> = {},
): Promise<Viewer> {
  counter += 1;
  const [row] = await db
    .insert(person)
    .values({
      role,
      name: `${role} ${counter}`,
      email: `${role}.${counter}@baton.example`,
      ...rest,
    })
    .returning();
  const viewer = row && (await viewerOf(row.id, row.sessionVersion));
  if (!viewer) throw new Error("The person was not written.");
  return viewer;
}
