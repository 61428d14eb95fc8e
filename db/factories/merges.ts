import { randomUUID } from "node:crypto";
import { db, transaction } from "@/db/client";
import type { Actor } from "@/lib/access/viewer";
import { mergeLeadsWithin } from "@/lib/intake/merging/commands";
import { leadIdentity } from "../schema/lead";
import { aLead } from "./leads";

/** Another lead, which its MAP has merged into this one. */
export async function aMerge(actor: Actor, leadId: string, now: Date): Promise<void> {
  const name = { kind: "external" as const, value: `map-${randomUUID()}` };
  await db.insert(leadIdentity).values({ ...name, leadId: await aLead(now), createdAt: now });
  await transaction((tx) => mergeLeadsWithin(tx, actor, [{ leadId, also: [name] }], now));
}
