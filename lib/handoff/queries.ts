import { and, asc, desc, eq, gt, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, wordedOnce } from "@/db/client";
import { activity } from "@/db/schema/activity";
import { attempt, decision, finding, handoff } from "@/db/schema/handoff";
import { lead, leadField } from "@/db/schema/lead";
import { note, summaryVersion } from "@/db/schema/note";
import { notice } from "@/db/schema/notice";
import { person } from "@/db/schema/person";
import { escalation } from "@/db/schema/sla";
import { trailEdit } from "@/db/schema/trail";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { circumstancesHere } from "@/lib/gate/queries";
import type { Activity } from "@/lib/intake/activity";
import { isId } from "@/lib/platform/is-id";
import type { PlaceAsked } from "@/lib/queue/place/queries";
import type { QueuePlace } from "@/lib/queue/row";
import { calendarOf } from "@/lib/sla/queries";
import type { FieldId } from "@/lib/standard/categories";
import { editsOf } from "@/lib/trail/edits/queries";
import { choicesOf, exclusionsInForce } from "@/lib/trail/queries";
import { settingsFor } from "@/lib/trail/settings";
import { crmViews, IN_CRMS } from "./in-crms/queries";
import { fieldsSince, type Learned, remarksSince, trailSince, visitsSince } from "./since";
import type { AttemptView, EscalationView, HandoffView, SinceEntry } from "./view";

/** As many activities since the handoff as are read; what comes later still is counted as well. */
const SINCE_LIMIT = 200;

/** A row within a value of a statement: its instants are texts. */
type Told<Row extends { at: Date }> = Omit<Row, "at"> & { at: string };
const read = <Row extends { at: string }>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, at: new Date(row.at) }));

/** What was done with a handoff, in the order of time. */
const DONE = {
  attempts: sql<Told<AttemptView>[]>`(
    select coalesce(json_agg(json_build_object('kind', tried.kind, 'result', tried.result,
      'words', tried.words, 'by', by.name, 'at', tried.at) order by tried.at), '[]')
    from ${attempt} tried join ${person} by on by.id = tried.person_id
    where tried.handoff_id = ${handoff.id})`,
  reported: sql<FieldId[]>`(
    select coalesce(json_agg(distinct found.field_id), '[]') from ${finding} found
    where found.handoff_id = ${handoff.id} and found.kind = 'missing')`,
  escalations: sql<Told<EscalationView & { given: boolean }>[]>`(
    select coalesce(json_agg(json_build_object('action', taken.action, 'at', taken.at,
      'words', taken.words, 'given', taken.next_handoff_id is not null) order by taken.step), '[]')
    from ${escalation} taken where taken.handoff_id = ${handoff.id})`,
};

/** Who decided, and who has the lead now where that is another handoff. */
const decider = alias(person, "decider");
const later = alias(handoff, "later");
const laterOwner = alias(person, "later_owner");

const isThere = (rows: SQL) => sql<boolean>`exists (select 1 from ${rows})`;

/** Which kinds of news there are since a handoff: mostly none, and then none is asked for. */
const SINCE = {
  activities: isThere(
    sql`${activity} where ${activity.leadId} = ${handoff.leadId} and ${activity.occurredAt} > ${handoff.routedAt}`,
  ),
  notes: isThere(
    sql`${note} where ${note.leadId} = ${handoff.leadId} and (${note.at} > ${handoff.routedAt} or ${note.withdrawnAt} > ${handoff.routedAt})`,
  ),
  summary: isThere(
    sql`${summaryVersion} where ${summaryVersion.leadId} = ${handoff.leadId} and ${summaryVersion.at} > ${handoff.routedAt}`,
  ),
  values: isThere(
    sql`${leadField} where ${leadField.leadId} = ${handoff.leadId} and ${leadField.prevails} and ${leadField.obtainedAt} > ${handoff.routedAt}`,
  ),
  edits: isThere(
    sql`${trailEdit} where ${trailEdit.leadId} = ${handoff.leadId} and ${trailEdit.at} > ${handoff.routedAt}`,
  ),
};

/** The gaps of the statement that opens a lead. */
const OPENED = { lead: sql.placeholder("lead"), viewer: sql.placeholder("viewer") };

function openingStatement(seesAll: boolean, place: SQL<QueuePlace | null>) {
  const seen = seesAll ? undefined : eq(handoff.ownerId, OPENED.viewer);
  return db
    .select({
      id: handoff.id,
      leadId: handoff.leadId,
      ownerId: handoff.ownerId,
      routedAt: handoff.routedAt,
      windowSeconds: handoff.windowSeconds,
      snapshot: handoff.snapshot,
      decision: {
        accepted: decision.accepted,
        reason: decision.reason,
        fieldId: decision.fieldId,
        words: decision.words,
        at: decision.at,
      },
      decidedBy: decider.name,
      givenTo: laterOwner.name,
      givenAt: later.routedAt,
      ...DONE,
      corrected: sql<string | null>`(select max(${notice.at}) from ${notice}
        where ${notice.handoffId} = ${handoff.id} and ${notice.personId} = ${OPENED.viewer}
        and ${notice.kind} = 'correction' and ${notice.seenAt} is null)`,
      place,
      news: SINCE,
      crms: IN_CRMS,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .leftJoin(decision, eq(decision.handoffId, handoff.id))
    .leftJoin(decider, eq(decider.id, decision.personId))
    .leftJoin(later, and(eq(later.id, lead.handoffId), ne(later.id, handoff.id)))
    .leftJoin(laterOwner, eq(laterOwner.id, later.ownerId))
    .where(and(eq(handoff.leadId, OPENED.lead), seen))
    .orderBy(desc(handoff.routedAt))
    .limit(1)
    .prepare("opening");
}

/**
 * The latest handoff of a lead that the viewer may see: a rep their own, who may see every lead
 * the latest of all. Null for a stranger just as for a lead that does not exist. The `asked` place
 * is read in the same statement.
 */
export async function handoffOfLead(
  viewer: Viewer,
  leadId: string,
  asked?: PlaceAsked,
): Promise<HandoffView | null> {
  if (!isId(leadId)) return null;
  const seesAll = may(viewer, "see every lead");
  const statement = wordedOnce(`opening ${seesAll} ${asked?.name ?? ""}`, () =>
    openingStatement(seesAll, asked?.place() ?? sql`null`),
  );
  const filling = { ...asked?.filling, lead: leadId, viewer: viewer.id };
  const [row] = await statement.execute(filling);
  if (!row) return null;
  const escalations = read(row.escalations);
  const calendar =
    row.ownerId === viewer.id ? viewer.calendar : await calendarOf(viewer, row.ownerId);
  const { decision: decided, decidedBy, givenTo, givenAt } = row;
  return {
    id: row.id,
    leadId: row.leadId,
    routedAt: row.routedAt,
    windowSeconds: row.windowSeconds,
    snapshot: row.snapshot,
    own: row.ownerId === viewer.id,
    corrected: row.corrected === null ? null : new Date(row.corrected),
    place: row.place,
    news: row.news,
    calendar,
    attempts: read(row.attempts),
    decision: decided && decidedBy ? { ...decided, by: decidedBy } : null,
    reported: row.reported,
    crms: givenTo && !may(viewer, "see every lead") ? [] : crmViews(row.crms),
    escalations: escalations.map(({ given: _, ...step }) => step),
    givenOn:
      givenTo && givenAt
        ? { to: givenTo, at: givenAt, rerouted: escalations.some(({ given }) => given) }
        : null,
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
  const { news } = view;
  const [activities, settings, notes, summary, values, edited] = await Promise.all([
    news.activities ? activitiesSince(view) : [],
    news.activities ? trailSettingsOf(viewer, view) : null,
    news.notes ? notesSince(view) : [],
    news.summary ? summarySince(view) : null,
    news.values ? valuesSince(view) : [],
    news.edits ? wordsSince(viewer, view) : null,
  ]);
  const written: SinceEntry[] = summary
    ? [{ kind: "summary", text: `${summary.by}: ${summary.text}`, at: summary.at }]
    : [];
  return [
    ...written,
    ...remarksSince(notes, view.routedAt),
    ...trailSince(edited, view.snapshot.touchpoints),
    ...fieldsSince(values, view.snapshot.fields, viewer.locale),
    ...(settings ? visitsSince(activities, settings, now) : []),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime());
}
