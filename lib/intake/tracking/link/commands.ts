import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { anonymousActivity } from "@/db/schema/activity";
import { leadIdentity } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { stitchLater, stitchVisitor } from "../../activities/visits/commands";
import { type Identity, identityKey, knownLeads } from "../../queries";
import { waitingVisitors } from "../queries";

type Named = { visitor: Identity[] };

/**
 * Where a message names one person twice, the names go together, and so does what they did.
 * `leadOf` tells the lead of a message that was captured just now.
 */
export async function linkVisitors(
  tx: Transaction,
  actor: Actor,
  messages: readonly Named[],
  leadOf: (message: Named) => string | undefined,
  now: Date,
): Promise<void> {
  if (messages.length === 0) return;
  const all = messages.flatMap(({ visitor }) => visitor);
  const { byIdentity } = await knownLeads(tx, actor, [], all);
  const waiting = await waitingVisitors(tx, actor, [...new Set(all.map(identityKey))]);
  const namesOf = new Map<string, Map<string, Identity>>();
  for (const message of messages) {
    const known = message.visitor.map((identity) => byIdentity.get(identityKey(identity)));
    const leadId = leadOf(message) ?? known.find(Boolean);
    if (leadId) {
      const names = namesOf.get(leadId) ?? new Map<string, Identity>();
      for (const identity of message.visitor) names.set(identityKey(identity), identity);
      namesOf.set(leadId, names);
    } else await waitTogether(tx, message.visitor, waiting);
  }
  const named: string[] = [];
  for (const [leadId, names] of namesOf) {
    const unknown = [...names].filter(([key]) => !byIdentity.has(key));
    const rows = unknown.map(([, identity]) => ({ ...identity, leadId, createdAt: now }));
    if (rows.length > 0) {
      await tx.insert(leadIdentity).values(rows).onConflictDoNothing();
      named.push(leadId);
    }
    const theirs = [...names].filter(([key]) => waiting.has(key)).map(([, identity]) => identity);
    await stitchVisitor(tx, actor, leadId, theirs, now);
  }
  await stitchLater(tx, named, now);
}

/** Nobody's lead yet: what waits under a lesser name waits under the surest from now on. */
async function waitTogether(
  tx: Transaction,
  visitor: readonly Identity[],
  waiting: Set<string>,
): Promise<void> {
  const [surest, ...lesser] = visitor.map(identityKey);
  const moving = lesser.filter((key) => waiting.delete(key));
  if (!surest || moving.length === 0) return;
  waiting.add(surest);
  const rows = await tx
    .delete(anonymousActivity)
    .where(inArray(anonymousActivity.visitor, moving))
    .returning();
  if (rows.length === 0) return;
  await tx.insert(anonymousActivity).values(rows.map((row) => ({ ...row, visitor: surest })));
}
