import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { decision, finding, handoff } from "@/db/schema/handoff";
import { lead, leadExclusion } from "@/db/schema/lead";
import { note, summaryVersion } from "@/db/schema/note";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { assess, siftedTrail } from "@/lib/gate/assessment";
import { keptDecisions } from "@/lib/gate/elsewhere/queries";
import { readLeadFile, standardAt } from "@/lib/gate/queries";
import { snapshotOf } from "@/lib/gate/snapshot-of";
import { listedColumns } from "@/lib/intake/lead-rows";
import { storedLedgers, storedScore } from "@/lib/scoring/ledger/queries";
import { modelInForce } from "@/lib/scoring/queries";
import { fieldDefinition } from "@/lib/standard/categories";
import { choicesMade } from "@/lib/trail/queries";
import { phrases } from "../phrases/queries";
import type { Attempt } from "./attempt";
import type { Dossier, DossierRemark, OpenFinding, SummaryVersion } from "./dossier";
import { fieldLines } from "./field-line";
import { ledgerHead, ledgerLines } from "./ledger";
import { leftOutLines, trailOf } from "./trail";

const VERSIONS_SHOWN = 50;
const ATTEMPTS_SHOWN = 100;
/** What a preview says of the routing, which is decided when it happens. */
const UNROUTED = { id: "", name: "the rep" };
const NO_REASON = "Decided when it is routed.";

async function versionsOf(leadId: string): Promise<SummaryVersion[]> {
  return db
    .select({
      version: summaryVersion.version,
      text: summaryVersion.text,
      author: person.name,
      at: summaryVersion.at,
      asDrafted: summaryVersion.asDrafted,
    })
    .from(summaryVersion)
    .innerJoin(person, eq(person.id, summaryVersion.personId))
    .where(eq(summaryVersion.leadId, leadId))
    .orderBy(desc(summaryVersion.version))
    .limit(VERSIONS_SHOWN);
}

async function remarksOf(leadId: string): Promise<DossierRemark[]> {
  return db
    .select({ id: note.id, kind: note.kind, text: note.text, author: person.name, at: note.at })
    .from(note)
    .innerJoin(person, eq(person.id, note.personId))
    .where(and(eq(note.leadId, leadId), isNull(note.withdrawnAt)))
    .orderBy(asc(note.at), asc(note.id));
}

/** What the providers were asked, the newest first. */
async function attemptsOf(leadId: string): Promise<Attempt[]> {
  return db
    .select({
      id: enrichmentAttempt.id,
      provider: enrichmentAttempt.provider,
      lookup: enrichmentAttempt.lookup,
      answer: enrichmentAttempt.answer,
      cause: enrichmentAttempt.cause,
      words: enrichmentAttempt.words,
      filled: enrichmentAttempt.filled,
      costCents: enrichmentAttempt.costCents,
      tookMs: enrichmentAttempt.tookMs,
      kept: enrichmentAttempt.kept,
      at: enrichmentAttempt.at,
    })
    .from(enrichmentAttempt)
    .where(eq(enrichmentAttempt.leadId, leadId))
    .orderBy(desc(enrichmentAttempt.at), asc(enrichmentAttempt.id))
    .limit(ATTEMPTS_SHOWN);
}

async function triesOf(leadId: string): Promise<Dossier["enrichment"]> {
  const [row] = await db
    .select({ tries: lead.enrichmentTries, nextAt: lead.enrichmentNextAt })
    .from(lead)
    .where(eq(lead.id, leadId));
  return row ?? { tries: 0, nextAt: null };
}

async function findingsOf(leadId: string): Promise<OpenFinding[]> {
  const author = alias(person, "author");
  const rows = await db
    .select({
      id: finding.id,
      fieldId: finding.fieldId,
      by: person.name,
      at: finding.at,
      kind: finding.kind,
      value: finding.value,
      source: finding.source,
      provider: finding.provider,
      author: author.name,
    })
    .from(finding)
    .innerJoin(handoff, eq(handoff.id, finding.handoffId))
    .innerJoin(person, eq(person.id, finding.personId))
    .leftJoin(author, eq(author.id, finding.authorId))
    .where(and(eq(handoff.leadId, leadId), isNull(finding.settledAt)))
    .orderBy(asc(finding.at), asc(finding.id));
  return rows.map(({ kind, value, source, provider, author: wroteIt, ...row }) => {
    const named = provider ? { provider } : {};
    const wrong = kind === "wrong" && source ? { value, source, ...named, author: wroteIt } : null;
    return { ...row, label: fieldDefinition(row.fieldId).label, wrong };
  });
}

async function handoffOf(leadId: string): Promise<Pick<Dossier, "handoff" | "returned">> {
  const [row] = await db
    .select({
      owner: person.name,
      routedAt: handoff.routedAt,
      snapshot: handoff.snapshot,
      accepted: decision.accepted,
      reason: decision.reason,
      fieldId: decision.fieldId,
      words: decision.words,
      at: decision.at,
    })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .where(eq(lead.id, leadId));
  if (!row) return { handoff: null, returned: null };
  const { accepted, reason, fieldId, words, at, ...given } = row;
  const returned =
    accepted === false && at
      ? { reason: reason ?? ("other" as const), fieldId, words, by: given.owner, at }
      : null;
  return { handoff: given, returned };
}

async function asideOf(leadId: string): Promise<Dossier["aside"]> {
  const [row] = await db
    .select({ reason: leadExclusion.reason, by: person.name, at: leadExclusion.at })
    .from(leadExclusion)
    .leftJoin(person, eq(person.id, leadExclusion.personId))
    .where(eq(leadExclusion.leadId, leadId));
  return row ?? null;
}

async function decidedOf(viewer: Viewer, leadId: string): Promise<Dossier["decided"]> {
  const kept = (await keptDecisions(db, viewer, [leadId])).get(leadId);
  if (!kept) return null;
  const { decidedBy: by, owner, ownerName, reason, decidedAt: at } = kept;
  return { by, owner: ownerName ?? owner, reason, at };
}

/**
 * What marketing ops sees of a lead, judged anew as of `now` without writing anything. Null where
 * there is no such lead.
 */
export async function leadDossier(viewer: Viewer, id: string, now: Date): Promise<Dossier | null> {
  authorize(viewer, "document leads");
  const file = await readLeadFile(viewer, id, now);
  if (!file) return null;
  const [
    standard,
    model,
    versions,
    remarks,
    library,
    attempts,
    enrichment,
    findings,
    given,
    aside,
    decided,
    choices,
    stored,
    ledgers,
  ] = await Promise.all([
    standardAt(now),
    modelInForce(),
    versionsOf(id),
    remarksOf(id),
    phrases(viewer),
    attemptsOf(id),
    triesOf(id),
    findingsOf(id),
    handoffOf(id),
    asideOf(id),
    decidedOf(viewer, id),
    choicesMade(viewer, id),
    storedScore(viewer, id),
    storedLedgers(db, viewer, [id]),
  ]);
  const judged = assess(file, standard, model, now);
  const sifted = siftedTrail(file, now);
  const { name, jobTitle, companyName } = listedColumns(judged.fields);
  return {
    id,
    email: file.email,
    name,
    jobTitle,
    companyName,
    status: file.status,
    capturedAt: file.capturedAt,
    mqlAt: judged.trigger?.at ?? null,
    graceEndsAt: file.graceEndsAt,
    tier: judged.tier,
    score: stored?.total ?? null,
    trend: stored?.trend ?? null,
    ledger: {
      ...ledgerHead(stored, file.scoring.override, model.threshold),
      lines: ledgerLines(ledgers.get(id) ?? [], file.activities, choices),
    },
    completeness: judged.completeness,
    holds: judged.holds,
    trigger: judged.trigger && { ...judged.trigger, at: judged.trigger.at.toISOString() },
    opener: judged.opener,
    preview: snapshotOf(
      file,
      judged,
      { ownerId: "", owner: UNROUTED, reason: NO_REASON, path: [] },
      standard,
      now,
      judged.trigger ?? { text: "", at: now },
    ),
    draft: judged.draft,
    versions,
    remarks,
    phrases: library,
    trail: trailOf(sifted.kept, judged.curation, file.trailEdits.version, choices),
    leftOut: leftOutLines(sifted.leftOut, file.trail, choices),
    activityCount: judged.activityCount,
    reEngaged: judged.reEngaged,
    fields: fieldLines({ ...judged.fields, ...stored?.fields }, file.values, standard, attempts),
    attempts,
    enrichment,
    findings,
    ...given,
    aside,
    decided,
  };
}
