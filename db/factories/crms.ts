import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { outgoing } from "@/db/schema/outgoing";
import type { Viewer } from "@/lib/access/viewer";
import { addConnection } from "@/lib/connections/commands";
import type { GivenSettings } from "@/lib/connections/given-settings";
import { fillField } from "@/lib/gate/filling/commands";

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

/** A routed lead with an address of its own, so that it is somebody else in every CRM. */
export async function aLeadToGoOut(ops: Viewer, now: Date): Promise<string> {
  const leadId = await aLead(now);
  await evaluate(leadId, now);
  await document(ops, leadId, now, ["C1.4"]);
  const value = `${crypto.randomUUID()}@nordlys.example`;
  await fillField(ops, { leadId, fieldId: "C1.4", value }, now);
  return leadId;
}

/** What goes out of a lead by a connection, in its order. */
export const outgoingOf = (leadId: string, connectionId: string) =>
  db
    .select()
    .from(outgoing)
    .where(and(eq(outgoing.leadId, leadId), eq(outgoing.connectionId, connectionId)))
    .orderBy(asc(outgoing.at), asc(outgoing.id));
