import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AnswerFilter } from "@/lib/documentation/board/answers";
import type { FieldId, FieldValues } from "@/lib/standard/categories";
import type { Json, SaidWrong } from "@/lib/standard/field";
import { FILL_MODES } from "@/lib/standard/fill-mode";
import { TRENDS } from "@/lib/standard/scoring-context";
import type { ExclusionDays } from "@/lib/trail/exclusion/exclusion-days";
import {
  fieldStates,
  id,
  instant,
  leadStatus,
  recordedAt,
  refersTo,
  source,
  verdicts,
} from "./columns";
import { company } from "./company";
import { person } from "./person";
import { standardVersion } from "./standard";

/** A lead as it stands now: what its list rows show, and what the rules last made of it. */
export const lead = pgTable(
  "lead",
  {
    id: id(),
    email: text().unique(),
    externalId: text(),
    companyId: uuid().references(() => company.id),
    name: text(),
    companyName: text(),
    jobTitle: text(),
    country: text(),
    channel: text(),
    status: leadStatus().notNull().default("captured"),
    ...verdicts(),
    missing: text().array().$type<FieldId[]>().notNull().default([]),
    ...fieldStates(),
    /** The version of the standard that it was last judged by. */
    standardVersion: integer().references(() => standardVersion.version),
    /** How often the enrichment chain ran in vain since something last changed, and when it runs next. */
    enrichmentTries: integer().notNull().default(0),
    enrichmentNextAt: instant(),
    /** When a provider last failed for it, and nothing of that provider came since (M.2). */
    syncFailedAt: instant(),
    /** What providers' lookups last answered that somebody filters by (G.1); a trigger keeps it. */
    lastSaid: text().array().$type<AnswerFilter[]>().notNull().default([]),
    /** When a rep last said something about it that is not settled (Q.6); a trigger keeps it. */
    flaggedAt: instant(),
    tier: smallint(),
    scoreTotal: integer(),
    trend: text({ enum: TRENDS }),
    /** When time alone will next have changed the score by a point; null where it never will. */
    scoreDueAt: instant(),
    /** The fields of C3 and C4 as the rules last worked them out. */
    computed: jsonb().$type<FieldValues>().notNull().default({}),
    /** When it last did what a rule left out though it looks like a person's doing (X.6). */
    doubtfulAt: instant(),
    /** What `exclusion_count` was told of this lead, so that the next judging tells the difference. */
    exclusionDays: jsonb().$type<ExclusionDays>().notNull().default({}),
    /** When the lead became an MQL, and the sentence that says how (C4.6). */
    mqlAt: instant(),
    trigger: text(),
    /** Until when a person may write the summary before it is routed with the draft (G.5). */
    graceEndsAt: instant(),
    /** The handoff it was last given with; the migration ties the pair to `handoff`. */
    handoffId: uuid(),
    capturedAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (table) => [
    check(
      "handed_off_has_handoff",
      sql`${table.status} in ('captured', 'pending_enrichment', 'ready', 'excluded') or ${table.handoffId} is not null`,
    ),
    index().on(table.status, table.updatedAt),
    index().on(table.updatedAt, table.id),
    index().on(table.recordedAt, table.id),
    index().on(table.companyId),
    // A new version judges anew whom the gate may still hold; few are left after that (D.2).
    index("lead_to_judge_anew")
      .on(table.standardVersion)
      .where(sql`status in ('pending_enrichment', 'ready')`),
    // A draft standard is tried on the last quarter's leads by this index alone (D.3).
    index("lead_tried").on(table.capturedAt, table.id, table.status, table.filled, table.verified),
    index("lead_to_enrich").on(table.enrichmentNextAt).where(sql`enrichment_next_at is not null`),
    index("lead_score_due").on(table.scoreDueAt).where(sql`score_due_at is not null`),
    // What a rep has open, which routing counts against their cap.
    index("lead_open").on(table.handoffId).where(sql`status in ('routed', 'contacted')`),
    // The long lists of the board (O.1), in their order; the same expressions as its queries.
    index("lead_held")
      .on(sql`coalesce(mql_at, '-infinity'::timestamptz)`, table.capturedAt, table.id)
      .where(sql`status = 'pending_enrichment'`),
    index("lead_to_summarise")
      .on(
        sql`coalesce(case when status = 'ready' then '2100-01-01T00:00:00Z'::timestamptz - grace_ends_at end, '-1 day'::interval)`,
        sql`(status = 'routed')`,
        sql`coalesce(mql_at, '-infinity'::timestamptz)`,
        sql`coalesce(score_total, 0)`,
        table.id,
      )
      .where(sql`status in ('ready', 'routed') and 'C3.9' = any (missing)`),
    // MQLs that are not with a rep: grace runs, or nobody can take them.
    // All that is asked of them is in it: counted by another index they would all be read.
    index("lead_due")
      .on(table.mqlAt, table.id, table.graceEndsAt)
      .where(sql`status = 'ready' and mql_at is not null`),
    index("lead_sync_failed")
      .on(table.syncFailedAt, table.id)
      .where(sql`status = 'pending_enrichment' and sync_failed_at is not null`),
    index("lead_flagged").on(table.flaggedAt, table.id).where(sql`flagged_at is not null`),
    index("lead_doubtful")
      .on(table.doubtfulAt, table.id)
      .where(sql`status in ('pending_enrichment', 'ready', 'routed') and doubtful_at is not null`),
  ],
);

/** The names other systems know a lead by. */
export const leadIdentity = pgTable(
  "lead_identity",
  {
    kind: text({ enum: ["external", "user", "anonymous"] }).notNull(),
    value: text().notNull(),
    leadId: refersTo(() => lead.id),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.value] }), index().on(table.leadId)],
);

/** Every value that any source gave for a field of C1, C2 or C5; one of them prevails. */
export const leadField = pgTable(
  "lead_field",
  {
    leadId: refersTo(() => lead.id),
    fieldId: text().$type<FieldId>().notNull(),
    source: source().notNull(),
    provider: text().notNull().default(""),
    value: jsonb().$type<Json>(),
    notObtainable: text(),
    verified: boolean().notNull(),
    detail: jsonb().$type<{ [key: string]: Json }>(),
    obtainedAt: instant().notNull(),
    prevails: boolean().notNull(),
    /** How a provider's value may stand against others (G.2); null where no provider gave it. */
    mode: text({ enum: FILL_MODES }),
    personId: uuid().references(() => person.id),
    /** What of the field was said to be wrong (Q.5), on the values that were stored then. */
    wrongValues: jsonb().$type<SaidWrong[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.fieldId, table.source, table.provider] }),
    uniqueIndex("lead_field_prevailing")
      .on(table.leadId, table.fieldId)
      .where(sql`${table.prevails}`),
  ],
);

/** A lead that a person set aside (a test, not a lead), and why. */
export const leadExclusion = pgTable("lead_exclusion", {
  leadId: uuid()
    .primaryKey()
    .references(() => lead.id),
  reason: text().notNull(),
  personId: uuid().references(() => person.id),
  at: instant().notNull(),
});
