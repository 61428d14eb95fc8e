import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { FieldId } from "@/lib/standard/categories";
import { activity } from "../schema/activity";
import { lead, leadField } from "../schema/lead";
import { sourceStream } from "../schema/source";

/** The one lead with an address; it throws where there are two. */
export async function leadOf(email: string) {
  const [row, other] = await db.select().from(lead).where(eq(lead.email, email));
  if (other) throw new Error(`${email} is two leads.`);
  return row;
}

export async function valueOfLead(email: string, fieldId: FieldId) {
  const { id = "" } = (await leadOf(email)) ?? {};
  const of = and(eq(leadField.leadId, id), eq(leadField.fieldId, fieldId));
  return (await db.select().from(leadField).where(of))[0]?.value;
}

/** What somebody did, as it is kept. */
export async function did(email: string) {
  const { id = "" } = (await leadOf(email)) ?? {};
  return db.select().from(activity).where(eq(activity.leadId, id)).orderBy(activity.kind);
}

export async function streamOf(id: string, stream: string) {
  const of = and(eq(sourceStream.connectionId, id), eq(sourceStream.stream, stream));
  const [row] = await db.select().from(sourceStream).where(of);
  if (!row) throw new Error(`Nothing is read of ${stream}.`);
  return row;
}
