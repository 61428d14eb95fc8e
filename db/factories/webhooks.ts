import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { systemActor } from "@/lib/access/viewer";
import { takeEvent } from "@/lib/connections/senders/commands";
import { webhookEvent } from "../schema/webhook";

/** Takes in what a connection was sent, as its jobs do. */
export async function takeKept(connectionId: string): Promise<void> {
  const ofConnection = eq(webhookEvent.connectionId, connectionId);
  const kept = await db.select({ id: webhookEvent.id }).from(webhookEvent).where(ofConnection);
  for (const { id } of kept) await takeEvent(systemActor("job", "Tests"), id, new Date());
}
