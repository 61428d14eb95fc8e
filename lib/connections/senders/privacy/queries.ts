import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import type { SystemActor } from "@/lib/access/viewer";

/** The admins with access: who answers for what other systems have to be told. */
export async function admins(tx: Transaction, _actor: SystemActor): Promise<string[]> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.role, "admin"), eq(person.active, true)));
  return rows.map(({ id }) => id);
}
