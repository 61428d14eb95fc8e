import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activity, anonymousActivity } from "@/db/schema/activity";
import type { Actor } from "@/lib/access/viewer";
import { processLeads } from "@/lib/gate/commands";
import { judgeSoon } from "@/lib/gate/many/commands";
import type { ActivityInput } from "../../input";
import { type Identity, identityKey, knownLeads } from "../../queries";
import { activityRow, type Stamp } from "../kept/activity-row";
import {
  inMonths,
  insertActivities,
  insertAnonymous,
  insertReceipts,
  keepReceipts,
} from "../kept/commands";
import { inTurn } from "../kept/in-turn";
import type { Keeping } from "../kept/keeping";
import { receiptOf } from "../kept/receipt";

/**
 * An activity whose lead may not be known yet: the names its visitor goes by, the surest first. Where
 * it names a lead's address, a lead that has it is known.
 */
export type VisitorActivity = { activity: ActivityInput; visitor: Identity[] };

/**
 * Takes in what visitors did (tracking API): a known visitor's goes to their lead, an anonymous
 * one's waits until the visitor says who they are. `strangers` where all of them were just found to be.
 */
export async function recordVisitsWithin(
  tx: Transaction,
  actor: Actor,
  visits: readonly VisitorActivity[],
  stamp: Stamp,
  { keeping = "looked up", strangers = false }: { keeping?: Keeping; strangers?: boolean } = {},
): Promise<{ accepted: number; repeated: number }> {
  const receipts = visits.map((one) => receiptOf(one.activity, stamp));
  const asNew = keeping === "as new";
  const fresh = asNew ? visits : await keepReceipts(tx, visits, stamp);
  const leadOf = strangers ? () => undefined : await visitorsLeads(tx, actor, fresh);
  const known = fresh.flatMap((one) => {
    const leadId = leadOf(one);
    return leadId ? [{ leadId, ...activityRow(one.activity, stamp) }] : [];
  });
  const unknown = fresh.filter((one) => !leadOf(one));
  const waiting = unknown.map(({ activity: given, visitor: [surest] }) => ({
    visitor: surest ? identityKey(surest) : "",
    ...activityRow(given, stamp),
  }));
  if (!asNew) await inMonths(tx, known);
  await inTurn([
    asNew ? insertReceipts(tx, receipts, stamp.now) : Promise.resolve(),
    insertActivities(tx, known),
    insertAnonymous(tx, waiting),
    judgeSoon(tx, actor, [...new Set(known.map((one) => one.leadId))], stamp.now),
  ]);
  return { accepted: fresh.length, repeated: visits.length - fresh.length };
}

async function visitorsLeads(tx: Transaction, actor: Actor, visits: readonly VisitorActivity[]) {
  const identities = visits.flatMap((one) => one.visitor);
  const emails = visits.map((one) => one.activity.leadEmail).filter((email) => email !== undefined);
  const { byEmail, byIdentity } = await knownLeads(tx, actor, emails, identities);
  return ({ activity: { leadEmail }, visitor }: VisitorActivity) =>
    (leadEmail && byEmail.get(leadEmail)) ??
    visitor.map((identity) => byIdentity.get(identityKey(identity))).find(Boolean);
}

/** Hands a visitor's earlier activities to the lead they turned out to be. */
export async function stitchVisitor(
  tx: Transaction,
  actor: Actor,
  leadId: string,
  visitor: readonly Identity[],
  now: Date,
): Promise<number> {
  if (visitor.length === 0) return 0;
  const rows = await tx
    .delete(anonymousActivity)
    .where(inArray(anonymousActivity.visitor, visitor.map(identityKey)))
    .returning();
  if (rows.length === 0) return 0;
  const moved = rows.map(({ visitor: _, ...row }) => ({ ...row, leadId }));
  await inMonths(tx, moved);
  await tx.insert(activity).values(moved);
  await processLeads(tx, actor, [leadId], now);
  return rows.length;
}
