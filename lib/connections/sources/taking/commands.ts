import { and, eq, inArray, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { sourceRecord, sourceStream } from "@/db/schema/source";
import { type SystemActor, systemActor } from "@/lib/access/viewer";
import { nameWaiting, recordNamedWithin } from "@/lib/intake/activities/visits/commands";
import { captureLeadsWithin } from "@/lib/intake/commands";
import { againAfterConflict } from "@/lib/intake/conflict";
import { mergeLeadsWithin } from "@/lib/intake/merging/commands";
import type { Identity } from "@/lib/intake/queries";
import { arrivedWords } from "../../senders/arrived-words";
import type { Claimed } from "../commands";
import { noteChanges } from "../commands";
import { externalIdOf } from "../external-id";
import { asKnown, noteMerges, withMerged } from "../merges/commands";
import { nextReading } from "../next-reading";
import { endChanges } from "../refused/commands";
import {
  type Recognised,
  type SourcePage,
  type SourceRecord,
  type SourceSystem,
  UNTOLD,
} from "../source";

/** The stream that holds people where their merges tell of what they did. */
const PEOPLE = "contacts";

type Taken = {
  leads: number;
  accepted: number;
  repeated: number;
  merged: number;
  reasons: readonly string[];
};

/** Somebody else has gone on from the same position: what was read is not taken in. */
class Overtaken extends Error {
  override name = "Overtaken";
}

/**
 * Takes a page in, in one transaction with the position that follows it: it is there as a whole or
 * not at all, and a page that was read twice is taken in once. Answers false where another process
 * went on meanwhile, or the connection rests or is gone: then nothing of it is kept.
 */
export async function takePage(
  _actor: SystemActor,
  system: SourceSystem,
  claimed: Claimed,
  page: SourcePage,
  now: Date,
): Promise<boolean> {
  try {
    await againAfterConflict(() => transaction((tx) => taken(tx, system, claimed, page, now)));
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

async function taken(
  tx: Transaction,
  system: SourceSystem,
  claimed: Claimed,
  page: SourcePage,
  now: Date,
): Promise<void> {
  const { id: connectionId } = claimed.connection;
  const [connected] = await tx
    .select({ name: connection.name, paused: connection.paused, removedAt: connection.removedAt })
    .from(connection)
    .where(eq(connection.id, connectionId))
    .for("no key update");
  if (!connected || connected.paused || connected.removedAt) throw new Overtaken();
  await goOn(tx, claimed, page, now);
  const actor = systemActor("connection", connected.name);
  const came = await takeIn(tx, actor, { system, claimed, name: connected.name }, page, now);
  await endChanges(tx, claimed, page.putOff ?? [], now);
  if (page.renews) await renew(tx, connectionId, page.renews, now);
  if (page.changed) await noteNamed(tx, connectionId, page.changed, now);
  const merged = await noteMerges(tx, connectionId, page.merged ?? [], now);
  await tellOf(tx, claimed, { ...came, merged }, now);
}

/** Where reading goes on; nothing is taken in where somebody else has been here. */
async function goOn(tx: Transaction, claimed: Claimed, page: SourcePage, now: Date) {
  const asked = claimed.changes.length > 0;
  const ended = !page.more && !asked;
  const until = page.until?.toISOString() ?? null;
  const rows = await tx
    .update(sourceStream)
    .set({
      position: page.position,
      version: sql`${sourceStream.version} + 1`,
      heldUntil: null,
      restsUntil: null,
      readAt: now,
      cause: null,
      failure: null,
      failedAt: null,
      failures: 0,
      ...(until && !asked ? { readUntil: furthest(until, now) } : {}),
      ...(asked ? {} : { dueAt: ended ? nextReading(now) : now }),
      ...(ended && !page.behind
        ? {
            caughtUpAt: sql`coalesce(${sourceStream.caughtUpAt}, ${now.toISOString()}::timestamptz)`,
          }
        : {}),
    })
    .where(
      and(
        eq(sourceStream.connectionId, claimed.connection.id),
        eq(sourceStream.stream, claimed.stream),
        eq(sourceStream.version, claimed.version),
      ),
    )
    .returning({ stream: sourceStream.stream });
  if (rows.length === 0) throw new Overtaken();
}

/** What is looked for far back once more is of a time that was read before, unless that is none yet. */
const furthest = (until: string, now: Date) => sql`greatest(${until}::timestamptz,
  case when ${sourceStream.readUntil} <= ${now.toISOString()}::timestamptz then ${sourceStream.readUntil} end)`;

type Into = { system: SourceSystem; claimed: Claimed; name: string };

async function takeIn(
  tx: Transaction,
  actor: SystemActor,
  { system, claimed, name }: Into,
  page: SourcePage,
  now: Date,
): Promise<Omit<Taken, "merged">> {
  const records = await newest(tx, claimed, page.records);
  const { connection: of, stream } = claimed;
  const nameOf = (id: string) => externalIdOf(system.id, of.id, id);
  const whole = await withMerged(tx, { connectionId: of.id, stream }, records, nameOf);
  const people = whole.flatMap((record) => (record.lead ? [{ ...record, lead: record.lead }] : []));
  const captures = people.map(({ lead, also = [] }) => ({
    input: lead,
    source: system.source,
    provider: name,
    identities: externals(also),
  }));
  const captured = await captureLeadsWithin(tx, actor, captures, now);
  const merged = captured.map(({ leadId }, index) => ({
    leadId,
    also: externals(people[index]?.also),
  }));
  await mergeLeadsWithin(tx, actor, merged, now);
  const known = await asKnown(tx, { connectionId: of.id, stream: PEOPLE }, page.activities, {
    nameOf,
    source: system.label,
  });
  const stamp = { now, source: system.label };
  const { accepted, repeated, refused } = await recordNamedWithin(tx, actor, known, stamp);
  const named = page.recognised ?? [];
  await nameWaiting(tx, actor, externalNames(named), now);
  const unread = records.flatMap((record) => record.refused ?? []);
  const reasons = [...page.refused, ...unread, ...refused];
  const leads = captured.filter(({ result }) => result !== "unchanged").length;
  return { leads, accepted, repeated, reasons };
}

const externalNames = (named: readonly Recognised[]) =>
  named.map(({ name, is }) => ({
    ...({ from: { kind: "external", value: name }, to: { kind: "external", value: is } } as const),
  }));

const externals = (values: readonly string[] = []): Identity[] =>
  values.map((value) => ({ kind: "external", value }));

/**
 * Those of the records that are not older than what was read of them before. What could not be read of
 * one is told once, however often the same state of it is read.
 */
async function newest(
  tx: Transaction,
  { connection: { id: connectionId }, stream }: Claimed,
  records: readonly SourceRecord[],
): Promise<SourceRecord[]> {
  if (records.length === 0) return [];
  const latest = new Map<string, SourceRecord>();
  for (const record of records) {
    const other = latest.get(record.id);
    if (!other || other.changedAt <= record.changedAt) latest.set(record.id, record);
  }
  const rows = [...latest.values()]
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id: recordId, changedAt, parentId = null }) => ({
      connectionId,
      stream,
      recordId,
      changedAt,
      parentId,
    }));
  const ofStream = and(
    eq(sourceRecord.connectionId, connectionId),
    eq(sourceRecord.stream, stream),
    inArray(sourceRecord.recordId, [...latest.keys()]),
  );
  const known = await tx
    .select({ id: sourceRecord.recordId, at: sourceRecord.changedAt })
    .from(sourceRecord)
    .where(ofStream);
  const before = new Map(known.map(({ id, at }) => [id, at.getTime()]));
  const kept = await tx
    .insert(sourceRecord)
    .values(rows)
    .onConflictDoUpdate({
      target: [sourceRecord.connectionId, sourceRecord.stream, sourceRecord.recordId],
      set: {
        changedAt: sql`greatest(${sourceRecord.changedAt}, excluded.changed_at)`,
        parentId: sql`excluded.parent_id`,
      },
      setWhere: sql`${sourceRecord.changedAt} <= excluded.changed_at
        or excluded.changed_at = ${UNTOLD.toISOString()}::timestamptz`,
    })
    .returning({ id: sourceRecord.recordId });
  const fresh = new Set(kept.map(({ id }) => id));
  return [...latest.values()]
    .filter(({ id }) => fresh.has(id))
    .map((one) => (before.get(one.id) === one.changedAt.getTime() ? { ...one, refused: [] } : one));
}

async function tellOf(tx: Transaction, claimed: Claimed, came: Taken, now: Date): Promise<void> {
  const { leads, accepted, merged, reasons } = came;
  if (leads + accepted + merged + reasons.length === 0) return;
  await tx
    .update(sourceStream)
    .set({
      taken: sql`${sourceStream.taken} + ${leads + accepted + merged}`,
      refused: sql`${sourceStream.refused} + ${reasons.length}`,
      words: arrivedWords(came),
      wordsAt: now,
    })
    .where(
      and(
        eq(sourceStream.connectionId, claimed.connection.id),
        eq(sourceStream.stream, claimed.stream),
      ),
    );
}

async function renew(
  tx: Transaction,
  connectionId: string,
  { stream, parentIds }: NonNullable<SourcePage["renews"]>,
  now: Date,
): Promise<void> {
  if (parentIds.length === 0) return;
  const children = await tx
    .select({ id: sourceRecord.recordId })
    .from(sourceRecord)
    .where(
      and(
        eq(sourceRecord.connectionId, connectionId),
        eq(sourceRecord.stream, stream),
        inArray(sourceRecord.parentId, [...parentIds]),
      ),
    );
  const changed = children.map(({ id }) => ({ stream, id }));
  await noteChanges(tx, connectionId, changed, now);
}

/** Notes which records a page names are to be read themselves. */
async function noteNamed(
  tx: Transaction,
  connectionId: string,
  named: NonNullable<SourcePage["changed"]>,
  now: Date,
): Promise<void> {
  const unsure = [...new Set(named.filter((one) => one.unknownOnly).map(({ id }) => id))];
  const known = await tx
    .select({ stream: sourceRecord.stream, id: sourceRecord.recordId })
    .from(sourceRecord)
    .where(
      and(eq(sourceRecord.connectionId, connectionId), inArray(sourceRecord.recordId, unsure)),
    );
  const read = new Set(known.map(({ stream, id }) => `${stream} ${id}`));
  const changed = named.filter(
    ({ stream, id, unknownOnly }) => !(unknownOnly && read.has(`${stream} ${id}`)),
  );
  await noteChanges(tx, connectionId, changed, now);
}
