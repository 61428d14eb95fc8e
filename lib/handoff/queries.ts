import { and, asc, desc, eq, gt, ne, or } from "drizzle-orm";
import { db } from "@/db/client";
import { activity } from "@/db/schema/activity";
import { attempt, decision, finding, handoff } from "@/db/schema/handoff";
import { lead, leadField } from "@/db/schema/lead";
import { note, summaryVersion } from "@/db/schema/note";
import { person } from "@/db/schema/person";
import { escalation } from "@/db/schema/sla";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { circumstancesHere } from "@/lib/gate/queries";
import type { Activity } from "@/lib/intake/activity";
import { calendarOf } from "@/lib/sla/queries";
import { editsOf } from "@/lib/trail/edits/queries";
import { choicesOf, exclusionsInForce } from "@/lib/trail/queries";
import { settingsFor } from "@/lib/trail/settings";
import { fieldsSince, type Learned, remarksSince, trailSince, visitsSince } from "./since";
import type { AttemptView, DecisionView, EscalationView, HandoffView, SinceEntry } from "./view";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** As many activities since the handoff as are read; what comes later still is counted as well. */
const SINCE_LIMIT = 200;

async function attemptsOf(handoffId: string): Promise<AttemptView[]> {
  return db
    .select({
      kind: attempt.kind,
      result: attempt.result,
      words: attempt.words,
      by: person.name,
      at: attempt.at,
    })
    .from(attempt)
    .innerJoin(person, eq(person.id, attempt.personId))
    .where(eq(attempt.handoffId, handoffId))
    .orderBy(asc(attempt.at));
}

async function decisionOf(handoffId: string): Promise<DecisionView | null> {
  const [row] = await db
    .select({
      accepted: decision.accepted,
      reason: decision.reason,
      fieldId: decision.fieldId,
      words: decision.words,
      by: person.name,
      at: decision.at,
    })
    .from(decision)
    .innerJoin(person, eq(person.id, decision.personId))
    .where(eq(decision.handoffId, handoffId));
  return row ?? null;
}

async function reportedOf(handoffId: string) {
  const rows = await db
    .selectDistinct({ fieldId: finding.fieldId })
    .from(finding)
    .where(and(eq(finding.handoffId, handoffId), eq(finding.kind, "missing")));
  return rows.map(({ fieldId }) => fieldId);
}

async function escalationsOf(handoffId: string): Promise<(EscalationView & { given: boolean })[]> {
  const rows = await db
    .select({
      action: escalation.action,
      at: escalation.at,
      words: escalation.words,
      nextHandoffId: escalation.nextHandoffId,
    })
    .from(escalation)
    .where(eq(escalation.handoffId, handoffId))
    .orderBy(asc(escalation.step));
  return rows.map(({ nextHandoffId, ...row }) => ({ ...row, given: nextHandoffId !== null }));
}

async function givenOnFrom(
  leadId: string,
  handoffId: string,
): Promise<Omit<NonNullable<HandoffView["givenOn"]>, "rerouted"> | null> {
  const [row] = await db
    .select({ to: person.name, at: handoff.routedAt })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .where(and(eq(lead.id, leadId), ne(handoff.id, handoffId)));
  return row ?? null;
}

/**
 * The latest handoff of a lead that the viewer may see: a rep their own, who may see every lead
 * the latest of all. Null for a stranger just as for a lead that does not exist.
 */
export async function handoffOfLead(viewer: Viewer, leadId: string): Promise<HandoffView | null> {
  if (!UUID.test(leadId)) return null;
  const seen = may(viewer, "see every lead") ? undefined : eq(handoff.ownerId, viewer.id);
  const [row] = await db
    .select({
      id: handoff.id,
      leadId: handoff.leadId,
      ownerId: handoff.ownerId,
      routedAt: handoff.routedAt,
      windowSeconds: handoff.windowSeconds,
      snapshot: handoff.snapshot,
    })
    .from(handoff)
    .where(and(eq(handoff.leadId, leadId), seen))
    .orderBy(desc(handoff.routedAt))
    .limit(1);
  if (!row) return null;
  const { ownerId, ...rest } = row;
  const [attempts, decided, reported, givenOn, escalations, calendar] = await Promise.all([
    attemptsOf(row.id),
    decisionOf(row.id),
    reportedOf(row.id),
    givenOnFrom(row.leadId, row.id),
    escalationsOf(row.id),
    calendarOf(viewer, ownerId),
  ]);
  const rerouted = escalations.some(({ given }) => given);
  return {
    ...rest,
    own: ownerId === viewer.id,
    calendar,
    attempts,
    decision: decided,
    reported,
    escalations: escalations.map(({ given: _, ...step }) => step),
    givenOn: givenOn && { ...givenOn, rerouted },
  };
}

async function activitiesSince({ leadId, routedAt }: HandoffView): Promise<Activity[]> {
  const rows = await db
    .select()
    .from(activity)
    .where(and(eq(activity.leadId, leadId), gt(activity.occurredAt, routedAt)))
    .orderBy(desc(activity.occurredAt))
    .limit(SINCE_LIMIT);
  return rows as Activity[];
}

async function notesSince({ leadId, routedAt }: HandoffView) {
  return db
    .select({
      kind: note.kind,
      text: note.text,
      by: person.name,
      at: note.at,
      withdrawnAt: note.withdrawnAt,
    })
    .from(note)
    .innerJoin(person, eq(person.id, note.personId))
    .where(and(eq(note.leadId, leadId), or(gt(note.at, routedAt), gt(note.withdrawnAt, routedAt))))
    .orderBy(asc(note.at));
}

async function summarySince({ leadId, routedAt }: HandoffView) {
  const [row] = await db
    .select({ text: summaryVersion.text, by: person.name, at: summaryVersion.at })
    .from(summaryVersion)
    .innerJoin(person, eq(person.id, summaryVersion.personId))
    .where(and(eq(summaryVersion.leadId, leadId), gt(summaryVersion.at, routedAt)))
    .orderBy(desc(summaryVersion.version))
    .limit(1);
  return row ?? null;
}

/** What a person wrote of the trail after the handoff, as far as it still stands. */
async function wordsSince(viewer: Viewer, { leadId, routedAt }: HandoffView) {
  const edits = (await editsOf(db, viewer, [leadId])).get(leadId);
  const at = new Date(edits?.at ?? 0);
  if (!edits || at <= routedAt) return null;
  const words = edits.edits.reworded.map(({ text }) => text);
  return { words, by: edits.author ?? "Marketing", at };
}

async function valuesSince({ leadId, routedAt }: HandoffView): Promise<Learned[]> {
  return db
    .select({ fieldId: leadField.fieldId, value: leadField.value, at: leadField.obtainedAt })
    .from(leadField)
    .where(
      and(
        eq(leadField.leadId, leadId),
        eq(leadField.prevails, true),
        gt(leadField.obtainedAt, routedAt),
      ),
    );
}

/** What the exclusion rules go by for a lead now. */
async function trailSettingsOf(viewer: Viewer, { leadId, snapshot }: HandoffView) {
  const [{ settings }, here, choices] = await Promise.all([
    exclusionsInForce(),
    circumstancesHere(db),
    choicesOf(db, viewer, [leadId]),
  ]);
  const address = snapshot.fields["C1.4"]?.value;
  const email = typeof address === "string" ? address : null;
  return settingsFor(settings, { ...here, email, choices: choices.get(leadId) ?? [] });
}

/**
 * What was learned about the lead after a handoff, the newest first (G.7). Nothing of before is
 * read, and nothing at all once the lead is somebody else's.
 */
export async function sinceHandoff(
  viewer: Viewer,
  view: HandoffView,
  now: Date,
): Promise<SinceEntry[]> {
  if (view.givenOn && !may(viewer, "see every lead")) return [];
  const [activities, settings, notes, summary, values, edited] = await Promise.all([
    activitiesSince(view),
    trailSettingsOf(viewer, view),
    notesSince(view),
    summarySince(view),
    valuesSince(view),
    wordsSince(viewer, view),
  ]);
  const written: SinceEntry[] = summary
    ? [{ kind: "summary", text: `${summary.by}: ${summary.text}`, at: summary.at }]
    : [];
  return [
    ...written,
    ...remarksSince(notes, view.routedAt),
    ...trailSince(edited, view.snapshot.touchpoints),
    ...fieldsSince(values, view.snapshot.fields, viewer.locale),
    ...visitsSince(activities, settings, now),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime());
}
