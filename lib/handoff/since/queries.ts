import { type AnyColumn, inArray, type SQL, sql } from "drizzle-orm";
import { activity } from "@/db/schema/activity";
import { handoff } from "@/db/schema/handoff";
import { leadField } from "@/db/schema/lead";
import { note, summaryVersion } from "@/db/schema/note";
import { person } from "@/db/schema/person";
import { activityChoice, trailEdit } from "@/db/schema/trail";
import { SIGN_IN_DOMAINS } from "@/lib/gate/queries";
import type { FieldId } from "@/lib/standard/categories";
import type { Source } from "@/lib/standard/field";
import { NEWEST_EXCLUSIONS } from "@/lib/trail/queries";
import type { Found } from "./found";

/**
 * As many activities since the handoff as are read, the newest. As a query of its own, since a number
 * that is more than most leads have lets the planner read and sort all that a busy one has.
 */
const SINCE_LIMIT = sql`(select 200)`;

/** Of whom one speaks to, how to reach them, and in what language. */
const TO_REACH_BY: FieldId[] = ["C1.2", "C1.5", "C1.6", "C1.7"];
/** Where the lead's own word comes from. */
const CAME_WITH_LEAD: Source[] = ["form", "map"];

/** Named values as one JSON object. */
function object(named: Record<string, AnyColumn | SQL>): SQL {
  const pairs = Object.entries(named).map(
    ([name, value]) => sql`${sql.raw(`'${name}'`)}, ${value}`,
  );
  return sql`json_build_object(${sql.join(pairs, sql`, `)})`;
}

const LATER = {
  activities: sql`select json_agg(seen) from (
    select ${activity.id}, ${activity.kind}, ${activity.occurredAt} as "occurredAt", ${activity.source},
      ${activity.userAgent} as "userAgent", ${activity.product}, ${activity.details}
    from ${activity}
    where ${activity.leadId} = ${handoff.leadId} and ${activity.occurredAt} > ${handoff.routedAt}
    order by ${activity.occurredAt} desc limit ${SINCE_LIMIT}) seen`,
  choices: sql`select json_agg(${object({
    activityId: activityChoice.activityId,
    choice: activityChoice.choice,
  })})
    from ${activityChoice} where ${activityChoice.leadId} = ${handoff.leadId}`,
  notes: sql`select json_agg(${object({
    kind: note.kind,
    text: note.text,
    by: person.name,
    at: note.at,
    withdrawnAt: note.withdrawnAt,
  })} order by ${note.at})
    from ${note} join ${person} on ${person.id} = ${note.personId}
    where ${note.leadId} = ${handoff.leadId}
      and (${note.at} > ${handoff.routedAt} or ${note.withdrawnAt} > ${handoff.routedAt})`,
  summary: sql`select ${object({ text: summaryVersion.text, by: person.name, at: summaryVersion.at })}
    from ${summaryVersion} join ${person} on ${person.id} = ${summaryVersion.personId}
    where ${summaryVersion.leadId} = ${handoff.leadId} and ${summaryVersion.at} > ${handoff.routedAt}
    order by ${summaryVersion.version} desc limit 1`,
  values: sql`select json_agg(${object({
    fieldId: leadField.fieldId,
    value: leadField.value,
    detail: leadField.detail,
    at: leadField.obtainedAt,
  })})
    from ${leadField}
    where ${leadField.leadId} = ${handoff.leadId} and ${leadField.prevails}
      and ${leadField.obtainedAt} > ${handoff.routedAt}`,
  // A region that only follows from a number or a domain fills blanks: nobody gave it.
  beside: sql`select json_agg(${object({
    fieldId: leadField.fieldId,
    value: leadField.value,
    detail: leadField.detail,
    at: leadField.obtainedAt,
    wrongValues: sql`(select json_agg(wrong.one)
      from ${leadField} of_field, jsonb_array_elements(of_field.wrong_values) wrong(one)
      where of_field.lead_id = ${leadField.leadId} and of_field.field_id = ${leadField.fieldId})`,
  })})
    from ${leadField}
    where ${leadField.leadId} = ${handoff.leadId} and not ${leadField.prevails}
      and ${leadField.obtainedAt} > ${handoff.routedAt} and ${leadField.notObtainable} is null
      and ${inArray(leadField.source, CAME_WITH_LEAD)} and ${leadField.mode} is null
      and ${inArray(leadField.fieldId, TO_REACH_BY)}`,
  // What somebody made of the trail after the handoff counts as far as it still stands.
  edited: sql`select json_build_object('edits', edits, 'by', by, 'at', at) from (
    select ${trailEdit.edits}, ${person.name} as by, ${trailEdit.at}
    from ${trailEdit} join ${person} on ${person.id} = ${trailEdit.personId}
    where ${trailEdit.leadId} = ${handoff.leadId} order by ${trailEdit.version} desc limit 1) newest
    where at > ${handoff.routedAt}`,
};

/**
 * All that came of a lead after its handoff, as one value of the handoff's own statement. The offset
 * has its activities read once, though they are asked for twice.
 */
export const SINCE = sql<Found>`(
  select ${object({
    activities: sql`activities`,
    rules: sql`case when activities is not null then ${object({
      settings: NEWEST_EXCLUSIONS,
      domains: SIGN_IN_DOMAINS,
      choices: sql`(${LATER.choices})`,
    })} end`,
    notes: sql`(${LATER.notes})`,
    summary: sql`(${LATER.summary})`,
    values: sql`(${LATER.values})`,
    beside: sql`(${LATER.beside})`,
    edited: sql`(${LATER.edited})`,
  })}
  from (select (${LATER.activities}) as activities offset 0) news)`;
