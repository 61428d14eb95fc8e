import { and, eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { crm, crmRecord } from "@/db/schema/outgoing";
import { type SystemActor, systemActor } from "@/lib/access/viewer";
import { noteHealth } from "@/lib/enrichment/health/commands";
import { restingUntil } from "@/lib/enrichment/health/resting";
import type { FailureCause } from "@/lib/enrichment/provider";
import { followOwner } from "@/lib/gate/elsewhere/following/commands";
import { recordOutcomes } from "@/lib/outcomes/commands";
import type { Clock } from "@/lib/platform/clock";
import { HOUR } from "@/lib/platform/durations";
import { record } from "@/lib/platform/history";
import { isId } from "@/lib/platform/is-id";
import { log } from "@/lib/platform/log";
import { keepConnected } from "../../commands";
import type { CrmChanges, DealChange, RecordChange } from "../crm";
import { refreshMap } from "../map/commands";
import { opened } from "../opened";
import { followDecisions, noteDecisions } from "./elsewhere/commands";
import { readUntilOf } from "./marks";
import {
  firstHandoff,
  knownRecords,
  leadsOfDeals,
  type ReadableCrm,
  readableCrms,
  recordsOfDeals,
} from "./queries";
import { byOurClock, firstReading, isSince } from "./their-clock";

const LIMIT_MS = 60_000;
/** An admin there may change a field at any time; this often it is looked at without cause. */
const MAP_CHECKED_EVERY_MS = 6 * HOUR;

/**
 * For what a CRM is left alone that cannot be read back. What it may not tell, or is too slow to list, says
 * nothing of writing, and a handoff that waits for that reaches its rep late.
 */
const OF_WRITING_TOO: readonly FailureCause[] = ["unreachable", "rate_limited"];

/** Reads back what changed in every CRM since it was last read; one that fails delays no other. */
export async function readCrms(actor: SystemActor, clock: Clock): Promise<void> {
  for (const connected of await readableCrms(actor)) {
    await readCrm(actor, connected, clock).catch((err: unknown) =>
      log().error({ err, connection: connected.id }, "A CRM could not be read back"),
    );
  }
}

async function readCrm(actor: SystemActor, connected: ReadableCrm, clock: Clock): Promise<void> {
  const { id, createdAt, readUntil, readMarks: marks, checkedAt } = connected;
  const now = clock();
  const by = opened(connected);
  if (!by || (await restingUntil(actor, id, now, LIMIT_MS))) return;
  if (!checkedAt || now.getTime() - checkedAt.getTime() > MAP_CHECKED_EVERY_MS)
    await refreshMap(actor, connected, by, now);
  const since = readUntil ?? firstReading(createdAt);
  const handedOverSince = await firstHandoff(actor, id);
  const from = { since, marks, handedOverSince };
  const changes = await by.changes(from, AbortSignal.timeout(LIMIT_MS));
  const failed = "answer" in changes;
  const read = { answer: "no_match" as const, words: "It was read." };
  const answer = failed ? changes : (changes.broke ?? read);
  await noteHealth(actor, id, answer, clock(), OF_WRITING_TOO);
  if (!failed) await takeIn(connected, changes, now, clock());
  // What a router decided waits for the gate, whether or not the CRM answers now.
  await followDecisions(systemActor("connection", connected.name), id, clock());
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);

/**
 * Takes in what a CRM says of its records, one by one, since a mass change there may be large; the
 * same once more changes nothing. A record whose lead Baton did not write by this connection is
 * passed over. `readAt` is when the reading began. Only after all of it is the next reading to begin later.
 */
async function takeIn(
  { id, name, createdAt }: ReadableCrm,
  { records, deals, routed = [], marks, theirs }: CrmChanges,
  readAt: Date,
  now: Date,
): Promise<void> {
  const actor = systemActor("connection", name);
  const ours = (stamp: Date) => byOurClock(stamp, theirs, now);
  // What a router decided before that is not Baton's to follow; what was read was decided by now.
  const decisions = routed
    .map((one) => ({ ...one, decidedAt: earlier(ours(one.decidedAt), now) }))
    .filter(({ decidedAt }) => isSince(decidedAt, createdAt));
  // Somebody there can write anything into the field for our id, or empty it.
  for (const change of records.filter(({ leadId }) => isId(leadId)))
    await transaction(async (tx) => {
      if (!(await keepConnected(tx, id))) return;
      const [before] = await knownRecords(tx, id, [change.leadId], readAt);
      if (before) await takeRecord(tx, actor, id, before, change, now);
    });
  await transaction(async (tx) => {
    if (!(await keepConnected(tx, id))) return;
    await noteDecisions(tx, actor, id, decisions, now);
    await claimDeals(tx, id, deals, ours);
    const leads = await leadsOfDeals(
      tx,
      id,
      deals.map(({ dealId }) => dealId),
    );
    const outcomes = deals.flatMap(({ dealId, openedAt, wonAt, stage }) =>
      (leads.get(dealId) ?? []).map((leadId) => ({
        leadId,
        opportunityAt: openedAt,
        ...(wonAt ? { wonAt } : {}),
        details: { deal: dealId, stage },
      })),
    );
    await recordOutcomes(tx, actor, outcomes, now);
    const readUntil = readUntilOf(marks, firstReading(createdAt));
    await tx
      .update(crm)
      .set({ readUntil, readMarks: marks, readAt: now })
      .where(eq(crm.connectionId, id));
  });
}

/**
 * Where a CRM hangs deals on records instead of turning a record into one: the first deal that was
 * opened since a rep has the lead is the one that it became, and stays so.
 */
async function claimDeals(
  tx: Transaction,
  connectionId: string,
  deals: readonly DealChange[],
  ours: (stamp: Date) => Date,
): Promise<void> {
  const hung = deals.filter(({ leadIds }) => leadIds && leadIds.length > 0);
  const leadIds = [...new Set(hung.flatMap((deal) => deal.leadIds ?? []).filter(isId))];
  for (const { leadId, dealId, since } of await recordsOfDeals(tx, connectionId, leadIds)) {
    if (dealId !== null) continue;
    const [first] = hung
      .filter((deal) => deal.leadIds?.includes(leadId) && ours(deal.openedAt) >= since)
      .toSorted((one, other) => one.openedAt.getTime() - other.openedAt.getTime());
    if (!first) continue;
    await tx
      .update(crmRecord)
      .set({ dealId: first.dealId })
      .where(and(eq(crmRecord.connectionId, connectionId), eq(crmRecord.leadId, leadId)));
  }
}

type Known = Awaited<ReturnType<typeof knownRecords>>[number];

/** CRMs keep the capitals that somebody typed; users here are found without them. */
const isSameAddress = (one: string | null, other: string | null): boolean =>
  one?.toLowerCase() === other?.toLowerCase();

/** Another owner than was known was set there by somebody, unless one of ours waits or may not be told yet. */
async function takeRecord(
  tx: Transaction,
  actor: SystemActor,
  connectionId: string,
  before: Known,
  { leadId, object, recordId, owner, stage, dealId, reason }: RecordChange,
  now: Date,
): Promise<void> {
  const email = owner?.email ?? null;
  const moved = owner !== null && !isSameAddress(email, before.ownerEmail) && !before.waits;
  const told = owner === null || before.waits ? {} : { ownerName: owner.name, ownerEmail: email };
  await tx
    .update(crmRecord)
    .set({
      object,
      recordId,
      stage,
      dealId: dealId ?? before.dealId,
      changedAt: now,
      ...told,
      routerReason: reason ?? before.routerReason,
    })
    .where(and(eq(crmRecord.connectionId, connectionId), eq(crmRecord.leadId, leadId)));
  if (!moved || before.ownerEmail === null) return;
  await record(tx, actor, [
    {
      at: now,
      verb: "changed the owner",
      subject: "lead",
      subjectId: leadId,
      before: before.ownerName ?? before.ownerEmail,
      after: owner.name,
    },
  ]);
  // The router's words of an earlier change say nothing of this one.
  const why = reason === before.routerReason ? undefined : reason;
  if (email) await followOwner(tx, actor, { leadId, email, reason: why }, now);
}
