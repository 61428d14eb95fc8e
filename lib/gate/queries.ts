import { and, asc, desc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { activity } from "@/db/schema/activity";
import { company } from "@/db/schema/company";
import { handoff } from "@/db/schema/handoff";
import { lead, leadExclusion, leadField } from "@/db/schema/lead";
import { note, summaryVersion } from "@/db/schema/note";
import { person } from "@/db/schema/person";
import { standardVersion } from "@/db/schema/standard";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { fieldRow } from "@/lib/enrichment/field-row";
import type { Activity } from "@/lib/intake/activities/activity";
import { isFreeMail } from "@/lib/intake/emails/mail-domains";
import { DAY } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { knownScores } from "@/lib/scoring/ledger/queries";
import type { Standard } from "@/lib/standard/standard";
import { editsOf, UNEDITED } from "@/lib/trail/edits/queries";
import { choicesOf, exclusionsInForce } from "@/lib/trail/queries";
import { READ_BACK_DAYS, settingsFor } from "@/lib/trail/settings";
import type { LeadFile, Remark, WrittenSummary } from "./lead-file";

/** Reads run inside a command's transaction, or outside of any for a page. */
type Reads = Transaction | typeof db;

/** The standard in force at a moment. There always is one: the first takes effect in 2000. */
export async function standardAt(now: Date, within: Reads = db): Promise<Standard> {
  const [found] = await within
    .select()
    .from(standardVersion)
    .where(lte(standardVersion.effectiveFrom, now))
    .orderBy(desc(standardVersion.effectiveFrom))
    .limit(1);
  if (!found) throw new Error("No standard is in force; the migrations write the first one.");
  const { version, effectiveFrom, gates, requirements, graceMinutes } = found;
  const terms = { gates, requirements, graceMinutes };
  return { version, effectiveFrom: effectiveFrom.toISOString(), ...terms };
}

async function valuesOf(tx: Reads, ids: string[]) {
  const rows = await tx.select().from(leadField).where(inArray(leadField.leadId, ids));
  return Map.groupBy(rows, (row) => row.leadId);
}

async function activitiesOf(tx: Reads, ids: string[], now: Date) {
  const rows = await tx
    .select()
    .from(activity)
    .where(
      and(
        inArray(activity.leadId, ids),
        gte(activity.occurredAt, new Date(now.getTime() - READ_BACK_DAYS * DAY)),
        lte(activity.occurredAt, now),
      ),
    )
    .orderBy(asc(activity.leadId), asc(activity.occurredAt), asc(activity.id));
  return Map.groupBy(rows, (row) => row.leadId);
}

async function summariesOf(tx: Reads, ids: string[]) {
  const rows = await tx
    .selectDistinctOn([summaryVersion.leadId], {
      leadId: summaryVersion.leadId,
      text: summaryVersion.text,
      version: summaryVersion.version,
      author: person.name,
      at: summaryVersion.at,
    })
    .from(summaryVersion)
    .innerJoin(person, eq(person.id, summaryVersion.personId))
    .where(inArray(summaryVersion.leadId, ids))
    .orderBy(summaryVersion.leadId, desc(summaryVersion.version));
  const written = rows.map(({ leadId, at, ...rest }): [string, WrittenSummary] => [
    leadId,
    { ...rest, at: at.toISOString() },
  ]);
  return new Map(written);
}

async function remarksOf(tx: Reads, ids: string[]) {
  const rows = await tx
    .select({
      leadId: note.leadId,
      kind: note.kind,
      text: note.text,
      author: person.name,
      at: note.at,
    })
    .from(note)
    .innerJoin(person, eq(person.id, note.personId))
    .where(and(inArray(note.leadId, ids), isNull(note.withdrawnAt)))
    .orderBy(asc(note.at), asc(note.id));
  return Map.groupBy(rows, (row) => row.leadId);
}

/**
 * The files of leads, locked in the order of their ids so that two transactions never wait for
 * each other in a circle. Ids that do not exist are left out.
 */
export async function leadFiles(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
  now: Date,
): Promise<LeadFile[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(lead)
    .where(inArray(lead.id, [...ids]))
    .orderBy(asc(lead.id))
    .for("update");
  return filesOf(tx, actor, rows, now);
}

/** The file of one lead as it stands, without locking it: to be looked at, never to decide on. */
export async function readLeadFile(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<LeadFile | null> {
  authorize(viewer, "see every lead");
  const rows = await db.select().from(lead).where(eq(lead.id, id));
  const [file] = await readLeadFiles(viewer, rows, now);
  return file ?? null;
}

/** The files of leads whose rows were read, without locking them: to be looked at only. */
export async function readLeadFiles(
  viewer: Viewer,
  rows: (typeof lead.$inferSelect)[],
  now: Date,
): Promise<LeadFile[]> {
  authorize(viewer, "see every lead");
  return filesOf(db, viewer, rows, now);
}

async function setAsideOf(tx: Reads, ids: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: leadExclusion.leadId })
    .from(leadExclusion)
    .where(inArray(leadExclusion.leadId, ids));
  return new Set(rows.map((row) => row.id));
}

/** The domains of the people who sign in, as one value of a statement. */
export const SIGN_IN_DOMAINS = sql<string[]>`(
  select coalesce(json_agg(distinct split_part(${person.email}, '@', 2)), '[]') from ${person})`;

/**
 * What the exclusion rules have to know of the installation, the same for every lead: who writes
 * from a domain of those who sign in is staff, not a lead (X.3).
 */
export const circumstancesOf = (domains: readonly string[]) => ({
  ownDomains: domains.filter((own) => own !== "" && !isFreeMail(own)),
  products: env().BATON_PRODUCTS,
});

/** The circumstances of this installation. */
export async function circumstancesHere(within: Reads) {
  const [row] = await within.select({ domains: SIGN_IN_DOMAINS }).from(sql`(select) one`);
  return circumstancesOf(row?.domains ?? []);
}

async function filesOf(
  tx: Reads,
  actor: Actor,
  rows: (typeof lead.$inferSelect)[],
  now: Date,
): Promise<LeadFile[]> {
  const found = rows.map((row) => row.id);
  if (found.length === 0) return [];
  const companies = await companiesOf(tx, rows);
  const values = await valuesOf(tx, found);
  const activities = await activitiesOf(tx, found, now);
  const summaries = await summariesOf(tx, found);
  const remarks = await remarksOf(tx, found);
  const setAside = await setAsideOf(tx, found);
  const { settings: exclusions } = await exclusionsInForce(tx);
  const chosen = await choicesOf(tx, actor, found);
  const edits = await editsOf(tx, actor, found);
  const here = await circumstancesHere(tx);
  const routings = await routingsOf(tx, rows);
  const scores = await knownScores(tx, actor, found, now);
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    status: row.status,
    country: row.country,
    company: companies.get(row.companyId ?? "") ?? null,
    values: (values.get(row.id) ?? []).map(fieldRow),
    activities: (activities.get(row.id) ?? []) as Activity[],
    summary: summaries.get(row.id) ?? null,
    remarks: (remarks.get(row.id) ?? []).map(
      ({ kind, text, author, at }): Remark => ({ kind, text, author, at: at.toISOString() }),
    ),
    setAside: setAside.has(row.id),
    trail: settingsFor(exclusions, {
      ...here,
      email: row.email,
      choices: chosen.get(row.id) ?? [],
    }),
    trailEdits: edits.get(row.id) ?? UNEDITED,
    exclusionDays: row.exclusionDays,
    scoring: {
      ...(scores.get(row.id) ?? { entries: [], history: [], override: null, map: [] }),
      dueAt: row.scoreDueAt,
    },
    mqlAt: row.mqlAt,
    graceEndsAt: row.graceEndsAt,
    trigger: row.trigger,
    capturedAt: row.capturedAt,
    routing: routings.get(row.handoffId ?? "") ?? null,
  }));
}

async function routingsOf(tx: Reads, rows: { handoffId: string | null }[]) {
  const ids = rows.map((row) => row.handoffId).filter((id) => id !== null);
  if (ids.length === 0) return new Map<string, LeadFile["routing"]>();
  const reason = sql<string>`${handoff.snapshot} ->> 'routingReason'`;
  const found = await tx
    .select({ id: handoff.id, at: handoff.routedAt, reason })
    .from(handoff)
    .where(inArray(handoff.id, ids));
  return new Map(found.map(({ id, ...routing }) => [id, routing] as const));
}

async function companiesOf(tx: Reads, rows: { companyId: string | null }[]) {
  const ids = [...new Set(rows.map((row) => row.companyId).filter((id) => id !== null))];
  if (ids.length === 0) return new Map<string, LeadFile["company"]>();
  const found = await tx.select().from(company).where(inArray(company.id, ids));
  return new Map(
    found.map(({ id, name, domain, ownerId }) => [id, { name, domain, ownerId }] as const),
  );
}
