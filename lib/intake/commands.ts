import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { lead, leadIdentity } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { askForEnrichment, type FieldWrite, writeFields } from "@/lib/enrichment/commands";
import { storedFields } from "@/lib/enrichment/queries";
import { type FieldRow, mergeFields, prevailingOf } from "@/lib/enrichment/values/merge-fields";
import { processLeads } from "@/lib/gate/commands";
import { record } from "@/lib/platform/history";
import { keepMapScores } from "@/lib/scoring/map-scores/commands";
import type { FieldValues } from "@/lib/standard/categories";
import type { Source } from "@/lib/standard/field";
import { handToLeads, stitchLater } from "./activities/visits/commands";
import {
  arrivals,
  type Capture,
  domainsGiven,
  identitiesOf,
  namesGiven,
  scoresGiven,
} from "./arrivals";
import { capturedFields } from "./capture";
import { attachCompanies } from "./companies/commands";
import { againAfterConflict } from "./conflict";
import { CreatedMeanwhile } from "./created-meanwhile";
import { joinUnaddressed, type Merging } from "./merging/commands";
import { notAhead } from "./not-ahead";
import { identityKey, knownLeads, lockLeads } from "./queries";
import { labelSwitchboards } from "./switchboards/commands";

type Captured = { leadId: string; result: "new" | "changed" | "unchanged" };

/** Who sees to enrichment: a job, or the caller, as the demonstration does with a clock of its own. */
type CaptureOptions = { enrichment?: "job" | "by caller" };

/** Leads that one transaction takes in. */
const CHUNK = 250;

/**
 * Takes leads in (G.2): matched by address, else by identity. New and changed ones are judged at
 * once, and a job that begins when this is committed asks the enrichment chain about them.
 */
export async function captureLeads(
  actor: Actor,
  captures: readonly Capture[],
  now: Date,
  options: CaptureOptions = {},
): Promise<Captured[]> {
  const captured: Captured[] = [];
  for (let from = 0; from < captures.length; from += CHUNK) {
    const chunk = captures.slice(from, from + CHUNK);
    const capture = (tx: Transaction) => captureLeadsWithin(tx, actor, chunk, now, options);
    captured.push(...(await againAfterConflict(() => transaction(capture))));
  }
  return captured;
}

/**
 * `captureLeads` inside a transaction that has more to do, for up to a few hundred leads. Throws
 * where a lead was created by somebody else in the same moment; `againAfterConflict` handles that.
 */
export async function captureLeadsWithin(
  tx: Transaction,
  actor: Actor,
  given: readonly Capture[],
  now: Date,
  { enrichment = "job" }: CaptureOptions = {},
): Promise<Captured[]> {
  const captures = given.map((one) => notAhead(one, now));
  const { ids, created, apart } = await matchLeads(tx, actor, captures);
  await createLeads(tx, captures, ids, created, now);
  const locked = await lockLeads(tx, actor, [...new Set(ids)]);
  const known = locked.map(({ id }) => id);
  const stored = await storedFields(tx, actor, known);
  const changed = await storeValues(tx, actor, captures, ids, stored, now);
  const named = await keepIdentities(tx, captures, ids, now);
  await stitchLater(tx, [...new Set([...created, ...named])], now);
  const scored = await keepMapScores(tx, scoresGiven(captures, ids, now));
  captures.forEach(({ input }, index) => {
    if (input.scores && scored.has(ids[index] ?? "")) changed.add(index);
  });
  // Before they are judged: a handoff that this causes then holds what they did before they were known.
  const waited = new Set(await handToLeads(tx, actor, namesGiven(captures, ids)));
  const touched = [...new Set(ids.filter((id, index) => created.has(id) || changed.has(index)))];
  await attachCompanies(tx, touched, domainsGiven(captures, ids));
  await record(tx, actor, arrivals(given, ids, created, changed, now));
  const colleagues = await labelSwitchboards(tx, actor, touched);
  await processLeads(tx, actor, [...new Set([...touched, ...colleagues, ...waited])], now);
  await joinUnaddressed(tx, actor, apart, now);
  if (enrichment === "job") await askForEnrichment(tx, touched, now);
  const seen = new Set<string>();
  return ids.map((leadId, index) => {
    const first = !seen.has(leadId);
    seen.add(leadId);
    const result =
      created.has(leadId) && first ? "new" : changed.has(index) ? "changed" : "unchanged";
    return { leadId, result };
  });
}

/**
 * The lead of each capture: a known one, or an id to be created under. `apart`: whoever is known by
 * their address, while another lead has a name that they came with.
 */
async function matchLeads(tx: Transaction, actor: Actor, captures: readonly Capture[]) {
  const emails = captures.map(({ input }) => input.email).filter((email) => email !== undefined);
  const { byEmail, byIdentity } = await knownLeads(
    tx,
    actor,
    emails,
    captures.flatMap(identitiesOf),
  );
  const created = new Set<string>();
  const apart: Merging[] = [];
  const ids = captures.map((capture) => {
    const { email } = capture.input;
    const identities = identitiesOf(capture);
    const known =
      (email && byEmail.get(email)) ??
      identities.map((identity) => byIdentity.get(identityKey(identity))).find(Boolean);
    const id = known || randomUUID();
    if (!known) created.add(id);
    if (email) byEmail.set(email, id);
    const also = identities.filter((one) => (byIdentity.get(identityKey(one)) ?? id) !== id);
    if (also.length > 0) apart.push({ leadId: id, also });
    for (const identity of identities) {
      if (!byIdentity.has(identityKey(identity))) byIdentity.set(identityKey(identity), id);
    }
    return id;
  });
  return { ids, created, apart };
}

async function createLeads(
  tx: Transaction,
  captures: readonly Capture[],
  ids: readonly string[],
  created: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  if (created.size === 0) return;
  const rows = [...created].map((id) => {
    const ofLead = captures.filter((_, index) => ids[index] === id).map(({ input }) => input);
    return {
      id,
      email: ofLead.find((input) => input.email)?.email ?? null,
      externalId: ofLead.find((input) => input.externalId)?.externalId ?? null,
      contactBasics: "absent" as const,
      companyIntelligence: "absent" as const,
      behavioralTrail: "absent" as const,
      scoringContext: "absent" as const,
      handoffMetadata: "absent" as const,
      capturedAt: ofLead[0]?.capturedAt ?? now,
      createdAt: now,
      updatedAt: now,
    };
  });
  const written = await tx
    .insert(lead)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: lead.id });
  if (written.length < rows.length) throw new CreatedMeanwhile();
}

/** Writes what says something new, and tells which captures did, by their index. */
async function storeValues(
  tx: Transaction,
  actor: Actor,
  captures: readonly Capture[],
  ids: readonly string[],
  stored: Map<string, FieldRow[]>,
  now: Date,
): Promise<Set<number>> {
  const changed = new Set<number>();
  const writes = new Map<string, FieldWrite>();
  captures.forEach(({ input, source, provider }, index) => {
    const leadId = ids[index] ?? "";
    const rows = stored.get(leadId) ?? [];
    const before = beforeFrom(rows, source, provider);
    const at = input.capturedAt ?? now;
    const merged = mergeFields(rows, capturedFields(input, { source, provider, at }, before));
    if (merged.changed.length > 0) changed.add(index);
    for (const row of merged.rows) {
      const same = (other: FieldRow) =>
        other.fieldId === row.fieldId &&
        other.source === row.source &&
        (other.provider ?? "") === (row.provider ?? "");
      stored.set(leadId, [...(stored.get(leadId) ?? []).filter((other) => !same(other)), row]);
      writes.set([leadId, row.fieldId, row.source, row.provider ?? ""].join("|"), { leadId, row });
    }
  });
  await writeFields(tx, [...writes.values()]);
  await adoptAddresses(tx, actor, captures, ids, (index) => {
    const { input, source, provider } = captures[index] as Capture;
    const at = (input.capturedAt ?? now).toISOString();
    const rows = stored.get(ids[index] ?? "") ?? [];
    return rows.some(
      (row) =>
        row.fieldId === "C1.4" &&
        row.source === source &&
        row.provider === provider &&
        row.obtainedAt > at,
    );
  });
  return changed;
}

/** What is stored from a source: what prevails, else what this provider of it said last. */
function beforeFrom(rows: readonly FieldRow[], source: Source, provider: string): FieldValues {
  const ofSource = rows.filter((row) => row.source === source);
  const own = ofSource.filter((row) => (row.provider ?? "") === provider);
  const said = Object.fromEntries(own.map(({ fieldId, ...value }) => [fieldId, value]));
  return { ...said, ...prevailingOf(ofSource) };
}

/**
 * A lead that came without an address, or under an identity with another one, takes the new one,
 * unless its sender gave a newer one already.
 */
async function adoptAddresses(
  tx: Transaction,
  actor: Actor,
  captures: readonly Capture[],
  ids: readonly string[],
  isOutdated: (index: number) => boolean,
): Promise<void> {
  const current = await lockLeads(tx, actor, [...new Set(ids)]);
  for (const row of current) {
    const last = captures
      .filter(({ input }, index) => ids[index] === row.id && input.email && !isOutdated(index))
      .at(-1);
    const external = captures.find(({ input }, index) => ids[index] === row.id && input.externalId);
    const email = last?.input.email ?? row.email;
    const externalId = row.externalId ?? external?.input.externalId ?? null;
    if (email === row.email && externalId === row.externalId) continue;
    await tx.update(lead).set({ email, externalId }).where(eq(lead.id, row.id));
  }
}

/** Answers the leads that got a name they had not. */
async function keepIdentities(
  tx: Transaction,
  captures: readonly Capture[],
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const rows = captures.flatMap((capture, index) =>
    identitiesOf(capture).map((identity) => ({
      ...identity,
      leadId: ids[index] ?? "",
      createdAt: now,
    })),
  );
  if (rows.length === 0) return [];
  const kept = await tx
    .insert(leadIdentity)
    .values(rows)
    .onConflictDoNothing()
    .returning({ leadId: leadIdentity.leadId });
  return kept.map(({ leadId }) => leadId);
}
