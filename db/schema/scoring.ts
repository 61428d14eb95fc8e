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
import type { ModelSettings, ScoringModel } from "@/lib/scoring/model/model";
import { LEDGER_GROUPS, SCORE_PARTS } from "@/lib/scoring/score-entry";
import { id, instant, refersTo } from "./columns";
import { lead } from "./lead";
import { person } from "./person";

/** The versions of the scoring model, the ICP in it; the newest one is in force. */
export const scoringModel = pgTable(
  "scoring_model",
  {
    version: integer().primaryKey(),
    model: jsonb().$type<ScoringModel>().notNull(),
    /** What was changed, in the author's words. */
    reason: text(),
    createdBy: uuid().references(() => person.id),
    createdAt: instant().notNull(),
    /** Who signed it; null where only the ICP changed, which an admin answers for alone. */
    signedBy: uuid().references(() => person.id),
  },
  (table) => [
    check(
      "model_signed_by_another",
      sql`${table.signedBy} is distinct from ${table.createdBy} or ${table.signedBy} is null`,
    ),
  ],
);

/** The next version being written, tried and signed; the ICP is no part of it. At most one is open. */
export const scoringModelDraft = pgTable(
  "scoring_model_draft",
  {
    id: id(),
    /** Raised with each change; it takes the signature away. */
    revision: integer().notNull().default(1),
    settings: jsonb().$type<ModelSettings>().notNull(),
    reason: text().notNull(),
    state: text({ enum: ["open", "activated", "discarded"] })
      .notNull()
      .default("open"),
    createdAt: instant().notNull(),
    /** Who wrote the revision there is. */
    updatedBy: refersTo(() => person.id),
    updatedAt: instant().notNull(),
    signedBy: uuid().references(() => person.id),
    signedAt: instant(),
  },
  (table) => [
    uniqueIndex("scoring_model_draft_open").on(table.state).where(sql`state = 'open'`),
    check("model_draft_signed_by_another", sql`${table.signedBy} <> ${table.updatedBy}`),
  ],
);

/** What a marketing automation platform says of a lead's score, beside what the model says (C4). */
export const mapScore = pgTable(
  "map_score",
  {
    leadId: refersTo(() => lead.id),
    part: text({ enum: SCORE_PARTS }).notNull(),
    value: smallint().notNull(),
    /** The platform or file it came with. */
    provider: text().notNull(),
    obtainedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.part] }),
    check("map_score_is_a_score", sql`${table.value} between 0 and 100`),
  ],
);

/** The ledger of a lead's score as it stands (C4): the rows add up to `lead.score_total`. */
export const scoreEntry = pgTable(
  "score_entry",
  {
    leadId: refersTo(() => lead.id),
    group: text({ enum: LEDGER_GROUPS }).notNull(),
    /** The criterion or rule of the model; 'override' where a person set the score. */
    rule: text().notNull(),
    label: text().notNull(),
    /** Whole points of the total, negative for what held it down. */
    points: smallint().notNull(),
    /** The newest of the activities that earned the points; how many there were in all. */
    activityIds: uuid().array().notNull(),
    activityCount: integer().notNull(),
    modelVersion: integer().notNull(),
    /** Since when the row says what it says. */
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.group, table.rule] })],
);

/**
 * What the model said of a lead whenever one of the numbers changed; the trend and its line are
 * drawn from it (C4.5). `by_time` where nothing happened but that time went by.
 */
export const scoreHistory = pgTable(
  "score_history",
  {
    leadId: refersTo(() => lead.id),
    at: instant().notNull(),
    total: smallint().notNull(),
    fit: smallint().notNull(),
    intent: smallint().notNull(),
    behavior: smallint().notNull(),
    modelVersion: integer().notNull(),
    byTime: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.at] }), index().on(table.at)],
);

/** The total that a person set instead of the model's, and why; one a lead. */
export const scoreOverride = pgTable(
  "score_override",
  {
    leadId: uuid()
      .primaryKey()
      .references(() => lead.id),
    total: smallint().notNull(),
    reason: text().notNull(),
    personId: refersTo(() => person.id),
    at: instant().notNull(),
  },
  (table) => [check("override_is_a_score", sql`${table.total} between 0 and 100`)],
);
