import { inArray } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { activity, anonymousActivity } from "@/db/schema/activity";
import type { Actor } from "@/lib/access/viewer";
import { processLeads } from "@/lib/gate/commands";
import { judgeSoon } from "@/lib/gate/many/commands";
import { enqueue } from "@/lib/platform/jobs/commands";
import type { ActivityInput } from "../../input";
import { type Identity, identityKey, knownLeads, lockLeads } from "../../queries";
import { isAhead, LIES_AHEAD } from "../ahead";
import { recordActivitiesWithin } from "../commands";
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
import { namesWaited } from "./names";
import { waitingNames } from "./queries";

/**
 * An activity whose lead may not be known yet: the names its visitor goes by, the surest first. Where
 * it names a lead's address, a lead that has it is known.
 */
type VisitorActivity = { activity: ActivityInput; visitor: Identity[] };

/**
 * Takes in what visitors did (tracking API): a known visitor's goes to their lead, an anonymous
 * one's waits until the visitor says who they are. `strangers` where all of them were just found to be.
 * Answers those that were not here before.
 */
export async function recordVisitsWithin(
  tx: Transaction,
  actor: Actor,
  visits: readonly VisitorActivity[],
  stamp: Stamp,
  { keeping = "looked up", strangers = false }: { keeping?: Keeping; strangers?: boolean } = {},
): Promise<readonly VisitorActivity[]> {
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
  return fresh;
}

/**
 * Takes in what another system tells that leads did: one who is not known yet, by address or by that
 * system's id, may come after, and until then it waits. `refused`: what lies in the future, and what is
 * of an id of ours that no lead has.
 */
export async function recordNamedWithin(
  tx: Transaction,
  actor: Actor,
  activities: readonly ActivityInput[],
  stamp: Stamp,
): Promise<{ accepted: number; repeated: number; refused: string[] }> {
  const early = activities.filter(({ occurredAt }) => !isAhead(occurredAt, stamp.now));
  const ofIds = early.filter(({ leadId }) => leadId);
  const ofNames = early.filter(({ leadId }) => !leadId);
  const visits = ofNames.map((activity) => ({ activity, visitor: namesWaited(activity) }));
  const known = await recordActivitiesWithin(tx, actor, ofIds, stamp);
  const named = await recordVisitsWithin(tx, actor, visits, stamp);
  const ahead = activities.slice(early.length).map(() => LIES_AHEAD);
  return {
    accepted: known.accepted + named.length,
    repeated: known.repeated + visits.length - named.length,
    refused: [...ahead, ...known.refused.map(({ reason }) => reason)],
  };
}

async function visitorsLeads(tx: Transaction, actor: Actor, visits: readonly VisitorActivity[]) {
  const identities = visits.flatMap((one) => one.visitor);
  const emails = visits.map((one) => one.activity.leadEmail).filter((email) => email !== undefined);
  const { byEmail, byIdentity } = await knownLeads(tx, actor, emails, identities);
  return ({ activity: { leadEmail }, visitor }: VisitorActivity) =>
    (leadEmail && byEmail.get(leadEmail)) ??
    visitor.map((identity) => byIdentity.get(identityKey(identity))).find(Boolean);
}

/**
 * Somebody who was known by one name (`from`) is known by a surer one: what waited goes to the lead who
 * has that, or waits under it.
 */
export async function nameWaiting(
  tx: Transaction,
  actor: Actor,
  named: readonly { from: Identity; to: Identity }[],
  now: Date,
): Promise<void> {
  if (named.length === 0) return;
  const surer = new Map(named.map(({ from, to }) => [identityKey(from), to]));
  const rows = await tx
    .delete(anonymousActivity)
    .where(inArray(anonymousActivity.visitor, [...surer.keys()]))
    .returning();
  if (rows.length === 0) return;
  const renamed = rows.flatMap(({ visitor, ...row }) => {
    const to = surer.get(visitor);
    return to ? [{ ...row, visitor: identityKey(to) }] : [];
  });
  await tx.insert(anonymousActivity).values(renamed);
  const { byIdentity } = await knownLeads(tx, actor, [], [...surer.values()]);
  const known = [...surer.values()].flatMap((one) => {
    const leadId = byIdentity.get(identityKey(one));
    return leadId ? [{ leadId, visitor: [one] }] : [];
  });
  await processLeads(tx, actor, await handToLeads(tx, actor, known), now);
}

/** Hands a visitor's earlier activities to the lead they turned out to be. */
export async function stitchVisitor(
  tx: Transaction,
  actor: Actor,
  leadId: string,
  visitor: readonly Identity[],
  now: Date,
): Promise<void> {
  const found = await handToLeads(tx, actor, [{ leadId, visitor }]);
  if (found.length > 0) await processLeads(tx, actor, [leadId], now);
}

/** By then whatever a stranger's visit was kept in is over: no transaction of ours lasts as long. */
const SETTLED_AFTER_MS = 60_000;
/** Leads of one job. */
const OF_A_JOB = 500;

/**
 * Has it looked once more for what waits under the names that leads have got: what their visitors did
 * in the same moment was a stranger's for whoever kept it, and could not be seen here yet.
 */
export async function stitchLater(
  tx: Transaction,
  leadIds: readonly string[],
  now: Date,
): Promise<void> {
  const jobs: { leadIds: string[] }[] = [];
  for (let from = 0; from < leadIds.length; from += OF_A_JOB)
    jobs.push({ leadIds: leadIds.slice(from, from + OF_A_JOB) });
  const startAfter = new Date(now.getTime() + SETTLED_AFTER_MS);
  await enqueue(tx, "stitch-visitors", jobs, { startAfter });
}

/** Hands leads what waits under any of their names, and judges those who had something waiting. */
export async function stitchLeads(
  actor: Actor,
  leadIds: readonly string[],
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const waiting = await waitingNames(tx, actor, leadIds);
    // Before what waits, as whoever captures them does.
    await lockLeads(tx, actor, [...new Set(waiting.map(({ leadId }) => leadId))]);
    const found = await handToLeads(tx, actor, waiting);
    await processLeads(tx, actor, found, now);
  });
}

/** Hands what waited under these names to their leads; answers which had something waiting. */
export async function handToLeads(
  tx: Transaction,
  _actor: Actor,
  leads: readonly { leadId: string; visitor: readonly Identity[] }[],
): Promise<string[]> {
  const leadOf = new Map(
    leads.flatMap(({ leadId, visitor }) => visitor.map((one) => [identityKey(one), leadId])),
  );
  if (leadOf.size === 0) return [];
  const rows = await tx
    .delete(anonymousActivity)
    .where(inArray(anonymousActivity.visitor, [...leadOf.keys()]))
    .returning();
  if (rows.length === 0) return [];
  const moved = rows.flatMap(({ visitor, ...row }) => {
    const leadId = leadOf.get(visitor);
    return leadId ? [{ ...row, leadId }] : [];
  });
  await inMonths(tx, moved);
  await tx.insert(activity).values(moved);
  return [...new Set(moved.map(({ leadId }) => leadId))];
}
