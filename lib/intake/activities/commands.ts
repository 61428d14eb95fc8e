import { inArray } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { activity, anonymousActivity } from "@/db/schema/activity";
import type { Actor } from "@/lib/access/viewer";
import { processLeads } from "@/lib/gate/commands";
import { judgeSoon } from "@/lib/gate/many/commands";
import type { ActivityInput } from "../input";
import { type Identity, identityKey, knownLeads } from "../queries";
import { activityRow, type Stamp } from "./kept/activity-row";
import {
  freshReceipts,
  inMonths,
  insertActivities,
  insertAnonymous,
  insertUnseen,
  type Receipt,
  receiptKey,
  wasSeen,
} from "./kept/commands";
import { unknownLeads } from "./queries";

/** What became of a batch; `index` points into it. */
export type Recorded = {
  accepted: number;
  repeated: number;
  refused: { index: number; reason: string }[];
};

/**
 * An activity whose lead may not be known yet: the names its visitor goes by, the surest first. Where
 * it names a lead's address, a lead that has it is known.
 */
export type VisitorActivity = { activity: ActivityInput; visitor: Identity[] };

type Placed = { index: number; activity: ActivityInput; leadId: string };
/** How the leads are judged: within the transaction, or soon after it where they are many. */
type Judge = (tx: Transaction, actor: Actor, ids: readonly string[], now: Date) => Promise<unknown>;

/** Activities one transaction takes in. */
const CHUNK = 2_500;
/** A clock that is this much ahead of ours is wrong, in milliseconds. */
const AHEAD = 24 * 3_600_000;

/** Keeps activities whose leads are known, each once; answers those that were not here before. */
type Keep = (
  tx: Transaction,
  placed: readonly Placed[],
  stamp: Stamp,
) => Promise<readonly Placed[]>;

/**
 * Takes activities in (C3): each is stored once per source and id, and its lead is judged again.
 * One whose lead is unknown, or that lies in the future, is refused with the reason.
 */
export async function recordActivities(
  actor: Actor,
  activities: readonly ActivityInput[],
  stamp: Stamp,
  judge: Judge = processLeads,
): Promise<Recorded> {
  const total: Recorded = { accepted: 0, repeated: 0, refused: [] };
  for (let from = 0; from < activities.length; from += CHUNK) {
    const chunk = activities.slice(from, from + CHUNK);
    const part = await keepingUnseen((keep) =>
      transaction((tx) => recordWithin(tx, actor, chunk, stamp, { judge, keep })),
    );
    total.accepted += part.accepted;
    total.repeated += part.repeated;
    total.refused.push(...part.refused.map((one) => ({ ...one, index: one.index + from })));
  }
  return total;
}

/**
 * Takes the messages for new at first, as nearly all are: to look each up before it is written costs
 * as much again. Where one was here before nothing was kept, and each is looked up.
 */
async function keepingUnseen<T>(transact: (keep: Keep) => Promise<T>): Promise<T> {
  try {
    return await transact(keepAsUnseen);
  } catch (error) {
    if (wasSeen(error)) return transact(keepFresh);
    throw error;
  }
}

/** `recordActivities` inside a transaction that has more to do; `fresh` points at those accepted. */
export const recordActivitiesWithin = (
  tx: Transaction,
  actor: Actor,
  activities: readonly ActivityInput[],
  stamp: Stamp,
  judge: Judge = processLeads,
) => recordWithin(tx, actor, activities, stamp, { judge, keep: keepFresh });

async function recordWithin(
  tx: Transaction,
  actor: Actor,
  activities: readonly ActivityInput[],
  stamp: Stamp,
  { judge, keep }: { judge: Judge; keep: Keep },
): Promise<Recorded & { fresh: ReadonlySet<number> }> {
  const refused: Recorded["refused"] = [];
  const placed: Placed[] = [];
  const leadOf = await leadFinder(tx, actor, activities);
  activities.forEach((given, index) => {
    const leadId = leadOf(given);
    const late = given.occurredAt.getTime() - stamp.now.getTime() > AHEAD;
    if (late) refused.push({ index, reason: "occurredAt lies in the future" });
    else if (!leadId) refused.push({ index, reason: unknownLead(given) });
    else placed.push({ index, activity: given, leadId });
  });
  const kept = await keep(tx, placed, stamp);
  const leads = [...new Set(kept.map((one) => one.leadId))];
  await judge(tx, actor, leads, stamp.now);
  const fresh = new Set(kept.map((one) => one.index));
  return { accepted: fresh.size, repeated: placed.length - fresh.size, refused, fresh };
}

const keepFresh: Keep = async (tx, placed, stamp) => {
  const fresh = await keepReceipts(tx, placed, stamp);
  await storeActivities(tx, fresh, stamp);
  return fresh;
};

const keepAsUnseen: Keep = async (tx, placed, stamp) => {
  const keyed = placed.map((one) => ({ ...one, key: receiptKey(receiptOf(one, stamp)) }));
  if (new Set(keyed.map(({ key }) => key)).size < keyed.length) return keepFresh(tx, placed, stamp);
  // In one order everywhere, as receipts are kept.
  const rows = keyed
    .toSorted(({ key: one }, { key: other }) => (one < other ? -1 : 1))
    .map(({ activity: given, leadId }) => {
      return { messageId: given.id.toWellFormed(), leadId, ...activityRow(given, stamp) };
    });
  await insertUnseen(tx, rows);
  return placed;
};

function unknownLead({ leadId, leadEmail, leadExternalId }: ActivityInput): string {
  if (leadId) return `no lead has the leadId ${leadId}`;
  if (leadEmail) return `no lead has the leadEmail ${leadEmail}`;
  return `no lead has the leadExternalId ${leadExternalId}`;
}

async function leadFinder(tx: Transaction, actor: Actor, activities: readonly ActivityInput[]) {
  const named = (key: "leadId" | "leadEmail" | "leadExternalId") => [
    ...new Set(activities.map((one) => one[key]).filter((value) => value !== undefined)),
  ];
  const external = named("leadExternalId").map((value): Identity => ({ kind: "external", value }));
  const { byEmail, byIdentity } = await knownLeads(tx, actor, named("leadEmail"), external);
  const unknown = await unknownLeads(tx, actor, named("leadId"));
  return ({ leadId, leadEmail, leadExternalId }: ActivityInput): string | undefined => {
    if (leadId) return unknown.has(leadId.toLowerCase()) ? undefined : leadId.toLowerCase();
    if (leadEmail) return byEmail.get(leadEmail);
    return byIdentity.get(identityKey({ kind: "external", value: leadExternalId ?? "" }));
  };
}

/** Keeps a receipt for each message and answers those that are here for the first time. */
async function keepReceipts<T extends { activity: ActivityInput }>(
  tx: Transaction,
  placed: readonly T[],
  stamp: Stamp,
): Promise<T[]> {
  const receipts = placed.map((one) => receiptOf(one, stamp));
  const fresh = await freshReceipts(tx, receipts, stamp.now);
  return placed.filter((_, index) => fresh.delete(receiptKey(receipts[index] as Receipt)));
}

const receiptOf = ({ activity: one }: { activity: ActivityInput }, { source }: Stamp): Receipt => ({
  id: one.id,
  source: one.source ?? source,
});

const storeActivities = (
  tx: Transaction,
  placed: readonly Pick<Placed, "activity" | "leadId">[],
  stamp: Stamp,
) =>
  insertActivities(
    tx,
    placed.map(({ activity: given, leadId }) => ({ leadId, ...activityRow(given, stamp) })),
  );

/**
 * Takes in what visitors did (tracking API): a known visitor's goes to their lead, an anonymous
 * one's waits until the visitor says who they are.
 */
export async function recordVisitsWithin(
  tx: Transaction,
  actor: Actor,
  visits: readonly VisitorActivity[],
  stamp: Stamp,
): Promise<Recorded> {
  const fresh = await keepReceipts(tx, visits, stamp);
  const identities = fresh.flatMap((one) => one.visitor);
  const emails = fresh.map((one) => one.activity.leadEmail).filter((email) => email !== undefined);
  const { byEmail, byIdentity } = await knownLeads(tx, actor, emails, identities);
  const leadOf = ({ activity: { leadEmail }, visitor }: VisitorActivity) =>
    (leadEmail && byEmail.get(leadEmail)) ??
    visitor.map((identity) => byIdentity.get(identityKey(identity))).find(Boolean);
  const known = fresh.flatMap((one) => {
    const leadId = leadOf(one);
    return leadId ? [{ activity: one.activity, leadId }] : [];
  });
  const unknown = fresh.filter((one) => !leadOf(one));
  await storeActivities(tx, known, stamp);
  const waiting = unknown.map(({ activity: given, visitor: [surest] }) => ({
    visitor: surest ? identityKey(surest) : "",
    ...activityRow(given, stamp),
  }));
  await insertAnonymous(tx, waiting);
  await judgeSoon(tx, actor, [...new Set(known.map((one) => one.leadId))], stamp.now);
  return { accepted: fresh.length, repeated: visits.length - fresh.length, refused: [] };
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
  await tx.insert(activity).values(await inMonths(tx, moved));
  await processLeads(tx, actor, [leadId], now);
  return rows.length;
}
