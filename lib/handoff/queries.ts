import { and, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, wordedOnce } from "@/db/client";
import { attempt, decision, finding, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { notice } from "@/db/schema/notice";
import { person } from "@/db/schema/person";
import { escalation } from "@/db/schema/sla";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { isId } from "@/lib/platform/is-id";
import type { PlaceAsked } from "@/lib/queue/place/queries";
import type { QueuePlace } from "@/lib/queue/row";
import { calendarOf } from "@/lib/sla/queries";
import type { FieldId } from "@/lib/standard/categories";
import { crmViews, IN_CRMS } from "./in-crms/queries";
import { sinceFound } from "./since/found";
import { SINCE } from "./since/queries";
import { NOTHING_SINCE } from "./since/since";
import { type Told, told } from "./told";
import type { AttemptView, EscalationView, HandoffView } from "./view";

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
  escalations: sql<Told<EscalationView>[]>`(
    select coalesce(json_agg(json_build_object('action', taken.action, 'at', taken.at,
      'told', taken.told, 'words', taken.words, 'given', taken.next_handoff_id is not null) order by taken.step), '[]')
    from ${escalation} taken where taken.handoff_id = ${handoff.id})`,
};

/** Given to another rep because nobody had tried in time; one given on before its time says why. */
const isOverdue = ({ given, words }: EscalationView) => given && words === null;

/** Who decided, and who has the lead now where that is another handoff. */
const decider = alias(person, "decider");
const later = alias(handoff, "later");
const laterOwner = alias(person, "later_owner");

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
      since: SINCE,
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
 * and what came since are read in the same statement; of the latter nothing is told once the lead is
 * somebody else's, but to who may see every lead.
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
  const escalations = row.escalations.map(told);
  const calendar =
    row.ownerId === viewer.id ? viewer.calendar : await calendarOf(viewer, row.ownerId);
  const { decision: decided, decidedBy, givenTo, givenAt } = row;
  const tellsMore = !givenTo || seesAll;
  return {
    id: row.id,
    leadId: row.leadId,
    routedAt: row.routedAt,
    windowSeconds: row.windowSeconds,
    snapshot: row.snapshot,
    own: row.ownerId === viewer.id,
    corrected: row.corrected === null ? null : new Date(row.corrected),
    place: row.place,
    calendar,
    attempts: row.attempts.map(told),
    decision: decided && decidedBy ? { ...decided, by: decidedBy } : null,
    reported: row.reported,
    crms: tellsMore ? crmViews(row.crms) : [],
    since: tellsMore ? sinceFound(row.since, row.snapshot) : NOTHING_SINCE,
    escalations,
    givenOn:
      givenTo && givenAt
        ? { to: givenTo, at: givenAt, rerouted: escalations.some(isOverdue) }
        : null,
  };
}
