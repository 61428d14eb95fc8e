import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { outgoing } from "@/db/schema/outgoing";
import type { Viewer } from "@/lib/access/viewer";
import { addConnection } from "@/lib/connections/commands";
import type { GivenSettings } from "@/lib/connections/given-settings";

/** A connected CRM; answers its id. */
export async function aCrm(
  admin: Viewer,
  system: string,
  given: GivenSettings,
  now: Date,
): Promise<string> {
  const name = `${system} ${crypto.randomUUID()}`;
  const outcome = await addConnection(admin, { system, name, ...given }, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}

/** What goes out of a lead by a connection, in its order. */
export const outgoingOf = (leadId: string, connectionId: string) =>
  db
    .select()
    .from(outgoing)
    .where(and(eq(outgoing.leadId, leadId), eq(outgoing.connectionId, connectionId)))
    .orderBy(asc(outgoing.at), asc(outgoing.id));
