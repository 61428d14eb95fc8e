import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { STRATA } from "@/lib/audit/draw/strata-names";
import { SWAP_REASONS } from "@/lib/audit/draw/swap-reasons";
import { GAP_BASES } from "@/lib/audit/findings/basis";
import { GAP_VERDICTS } from "@/lib/audit/gaps/gap";
import { keysOf } from "@/lib/platform/keys-of";
import { CATEGORY_KEYS, type FieldId } from "@/lib/standard/categories";
import { id, instant, refersTo, verdict } from "./columns";
import { handoff } from "./handoff";
import { person } from "./person";

/**
 * A drawn sample of routed leads (A.1): everything that is needed to draw it again. Rows are
 * inserted and never changed, so that the sample is frozen once drawn.
 */
export const audit = pgTable(
  "audit",
  {
    id: id(),
    /** The window: routed from the first moment up to, not including, the second. */
    fromAt: instant().notNull(),
    untilAt: instant().notNull(),
    size: smallint().notNull(),
    strata: text({ enum: keysOf(STRATA) }).notNull(),
    /** The segments as they were, where it was stratified by them. */
    segments: jsonb().$type<object[]>().notNull().default([]),
    seed: text().notNull(),
    /** True where a person typed the seed, false where it came by chance. */
    seedTyped: boolean().notNull(),
    /** How many leads it was drawn from. */
    population: integer().notNull(),
    /** How many people judge it, each blind to the other. */
    auditors: smallint().notNull(),
    drawnBy: refersTo(() => person.id),
    at: instant().notNull(),
  },
  (table) => [
    index().on(table.at),
    check("audit_window", sql`${table.fromAt} < ${table.untilAt}`),
    check(
      "audit_size",
      sql`${table.size} between 1 and 200 and ${table.size} <= ${table.population}`,
    ),
    check("audit_auditors", sql`${table.auditors} in (1, 2)`),
  ],
);

/** One lead of a sample by its handoff; one that came in for another says why (A.1). */
export const auditLine = pgTable(
  "audit_line",
  {
    id: id(),
    auditId: refersTo(() => audit.id),
    /** From 1; a lead that came in has the place of the one that left. */
    place: smallint().notNull(),
    handoffId: refersTo(() => handoff.id),
    stratum: text().notNull(),
    replacesId: uuid()
      .unique()
      .references((): AnyPgColumn => auditLine.id),
    swapReason: text({ enum: keysOf(SWAP_REASONS) }),
    swapWords: text(),
    swappedBy: uuid().references(() => person.id),
    swappedAt: instant(),
  },
  (table) => [
    unique("audit_line_once").on(table.auditId, table.handoffId),
    uniqueIndex("audit_line_drawn").on(table.auditId, table.place).where(sql`replaces_id is null`),
    check(
      "swap_has_reason",
      sql`(${table.replacesId} is null) = (${table.swapReason} is null) and (${table.replacesId} is null) = (${table.swappedBy} is null) and (${table.replacesId} is null) = (${table.swappedAt} is null)`,
    ),
  ],
);

/** Who judges a sample: one or two, each in a seat of their own until they are done. */
export const auditSeat = pgTable(
  "audit_seat",
  {
    auditId: refersTo(() => audit.id),
    personId: refersTo(() => person.id),
    seat: smallint().notNull(),
    at: instant().notNull(),
    doneAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.auditId, table.personId] }),
    unique("audit_seat_once").on(table.auditId, table.seat),
    check("audit_seats", sql`${table.seat} in (1, 2)`),
  ],
);

/** What an auditor says of one category of one lead, beside what the handoff says (A.2). */
export const auditJudgement = pgTable(
  "audit_judgement",
  {
    lineId: refersTo(() => auditLine.id),
    personId: refersTo(() => person.id),
    category: text({ enum: CATEGORY_KEYS as [string, ...string[]] }).notNull(),
    verdict: verdict().notNull(),
    /** The fields that made them say so, and why in words, where they differ from the machine. */
    fieldIds: text().array().$type<FieldId[]>().notNull().default([]),
    reason: text(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.lineId, table.personId, table.category] })],
);

/** A rep whom the seed chose to be asked (A.4), and what they said once they were. */
export const auditInterview = pgTable(
  "audit_interview",
  {
    auditId: refersTo(() => audit.id),
    /** From 1, in the order of drawing. */
    place: smallint().notNull(),
    repId: refersTo(() => person.id),
    /** The rep's own words; null until they were asked. */
    answer: text(),
    /** True where they look something up before they call; then what. */
    researches: boolean(),
    what: text(),
    /** The fields that they name as missing. */
    fieldIds: text().array().$type<FieldId[]>().notNull().default([]),
    askedBy: uuid().references(() => person.id),
    at: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.auditId, table.place] }),
    unique("audit_interview_once").on(table.auditId, table.repId),
    check(
      "interview_is_whole",
      sql`(${table.answer} is null) = (${table.researches} is null) and (${table.answer} is null) = (${table.askedBy} is null) and (${table.answer} is null) = (${table.at} is null)`,
    ),
    check("research_says_what", sql`${table.researches} is not true or ${table.what} is not null`),
  ],
);

/** A gap that somebody is to mend (A.5): why it is there, who mends it until when, and how it stood. */
export const gapFinding = pgTable(
  "gap_finding",
  {
    id: id(),
    auditId: refersTo(() => audit.id),
    fieldId: text().$type<FieldId>().notNull(),
    verdict: text({ enum: keysOf(GAP_VERDICTS) }).notNull(),
    /** What the data said; the verdict is another one only with a reason. */
    dataVerdict: text({ enum: keysOf(GAP_VERDICTS) }).notNull(),
    reason: text(),
    /** The causes, their shares and their evidence, as they were found. */
    shares: jsonb().$type<object[]>().notNull(),
    ownerId: refersTo(() => person.id),
    dueOn: date().notNull(),
    /** Whether it is counted in all handoffs or in the leads of audits. */
    basis: text({ enum: keysOf(GAP_BASES) }).notNull(),
    missing: integer().notNull(),
    of: integer().notNull(),
    createdBy: refersTo(() => person.id),
    at: instant().notNull(),
    /** When a re-measurement showed that the rate has moved. */
    closedAt: instant(),
  },
  (table) => [
    uniqueIndex("gap_finding_open").on(table.fieldId).where(sql`closed_at is null`),
    check("gap_counts", sql`${table.missing} between 1 and ${table.of}`),
    check(
      "gap_other_verdict_has_reason",
      sql`${table.verdict} = ${table.dataVerdict} or ${table.reason} is not null`,
    ),
  ],
);

/** A gap counted again after it became a finding (A.5); one that shows a fall closes it. */
export const gapMeasurement = pgTable(
  "gap_measurement",
  {
    id: id(),
    findingId: refersTo(() => gapFinding.id),
    fromAt: instant().notNull(),
    untilAt: instant().notNull(),
    missing: integer().notNull(),
    of: integer().notNull(),
    /** True where the 95% interval of the fall lies above nothing. */
    moved: boolean().notNull(),
    measuredBy: refersTo(() => person.id),
    at: instant().notNull(),
  },
  (table) => [index().on(table.findingId, table.at)],
);
