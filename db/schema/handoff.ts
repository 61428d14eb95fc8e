import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import {
  ATTEMPT_KINDS,
  ATTEMPT_RESULTS,
  FINDING_KINDS,
  REJECTION_REASONS,
} from "@/lib/handoff/outcome";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { keysOf } from "@/lib/platform/keys-of";
import { RESPONSE_WINDOW_SECONDS } from "@/lib/sla/response-window";
import type { FieldId } from "@/lib/standard/categories";
import type { Json } from "@/lib/standard/field";
import { TRENDS } from "@/lib/standard/scoring-context";
import { fieldStates, id, instant, recordedAt, refersTo, source, verdicts } from "./columns";
import { lead } from "./lead";
import { person } from "./person";
import { slaVersion } from "./sla-version";
import { standardVersion } from "./standard";

/**
 * The immutable document that a rep received (G.7): the snapshot, and the few columns that lists
 * show and constraints need. Rows are inserted through the gate's trigger and never changed.
 */
export const handoff = pgTable(
  "handoff",
  {
    id: id(),
    leadId: refersTo(() => lead.id),
    ownerId: refersTo(() => person.id),
    routedAt: instant().notNull(),
    standardVersion: integer()
      .notNull()
      .references(() => standardVersion.version),
    /** The SLA that its rep was held to, and the window that it gave: seconds of working time. */
    slaVersion: integer()
      .notNull()
      .default(1)
      .references(() => slaVersion.version),
    windowSeconds: integer().notNull().default(RESPONSE_WINDOW_SECONDS),
    ...verdicts(),
    warm: boolean()
      .notNull()
      .generatedAlwaysAs(
        sql`contact_basics = 'complete' and company_intelligence = 'complete' and behavioral_trail = 'complete' and scoring_context = 'complete' and handoff_metadata = 'complete'`,
      ),
    name: text().notNull(),
    companyName: text().notNull(),
    jobTitle: text().notNull(),
    timeZone: text(),
    tier: smallint(),
    scoreTotal: integer(),
    trend: text({ enum: TRENDS }),
    scoreDelta: integer(),
    trigger: text().notNull(),
    triggeredAt: instant().notNull(),
    capturedAt: instant().notNull(),
    /** The required fields that fell short, as counted by the audit. */
    missing: text().array().$type<FieldId[]>().notNull().default([]),
    ...fieldStates(),
    /** Where the lead came from, by its snapshot (C5.3). */
    campaign: text().generatedAlwaysAs(sql`snapshot #>> '{fields,C5.3,value,campaign}'`),
    channel: text().generatedAlwaysAs(sql`snapshot #>> '{fields,C5.3,value,channel}'`),
    /** The first listed segment that it was of when routed; '' for none, null where nobody noted it. */
    segmentId: text(),
    snapshot: jsonb().$type<Snapshot>().notNull(),
    recordedAt: recordedAt(),
  },
  (table) => [
    check(
      "gate_contact_basics_and_company_intelligence",
      sql`${table.contactBasics} = 'complete' and ${table.companyIntelligence} = 'complete'`,
    ),
    index().on(table.ownerId, table.routedAt),
    // With what the gate saw, so that a draft standard is tried without reading the rows (D.3).
    index("handoff_of_lead").on(table.leadId, table.routedAt, table.filled, table.verified),
    index().on(table.routedAt, table.id),
    index().on(table.recordedAt, table.id),
  ],
);

/** A rep's attempt to reach the lead. The earliest one stops the clock (Q.2). */
export const attempt = pgTable(
  "attempt",
  {
    id: id(),
    handoffId: refersTo(() => handoff.id),
    personId: refersTo(() => person.id),
    kind: text({ enum: keysOf(ATTEMPT_KINDS) }).notNull(),
    result: text({ enum: keysOf(ATTEMPT_RESULTS) }).notNull(),
    words: text(),
    at: instant().notNull(),
  },
  (table) => [index().on(table.handoffId, table.at)],
);

/** Accepted or rejected, once per handoff (Q.5). */
export const decision = pgTable(
  "decision",
  {
    handoffId: uuid()
      .primaryKey()
      .references(() => handoff.id),
    personId: refersTo(() => person.id),
    accepted: boolean().notNull(),
    reason: text({ enum: keysOf(REJECTION_REASONS) }),
    fieldId: text().$type<FieldId>(),
    words: text(),
    at: instant().notNull(),
  },
  (table) => [
    check("rejection_has_reason", sql`${table.accepted} or ${table.reason} is not null`),
    check(
      "other_has_words",
      sql`${table.reason} is distinct from 'other' or ${table.words} is not null`,
    ),
  ],
);

/**
 * A field that a rep named: 'something was missing' (Q.6), or what the handoff said is wrong, which
 * is worse (Q.5); then also the value, and whose it was.
 */
export const finding = pgTable(
  "finding",
  {
    id: id(),
    handoffId: refersTo(() => handoff.id),
    personId: refersTo(() => person.id),
    fieldId: text().$type<FieldId>().notNull(),
    kind: text({ enum: FINDING_KINDS }).notNull().default("missing"),
    value: jsonb().$type<Json>(),
    source: source(),
    provider: text(),
    /** The person who wrote the value down, where one did. */
    authorId: uuid().references(() => person.id),
    at: instant().notNull(),
    settledAt: instant(),
  },
  (table) => [
    index().on(table.handoffId),
    check(
      "wrong_names_its_source",
      sql`${table.kind} = 'missing' or (${table.value} is not null and ${table.source} is not null)`,
    ),
  ],
);

/** What a rep says of the minutes before the first attempt (A.4, R.2); nobody has to. */
export const research = pgTable(
  "research",
  {
    handoffId: uuid()
      .primaryKey()
      .references(() => handoff.id),
    personId: refersTo(() => person.id),
    /** False: read and called. True: looked something up, for these fields, for so many minutes. */
    lookedUp: boolean().notNull(),
    fieldIds: text().array().$type<FieldId[]>().notNull().default([]),
    minutes: smallint(),
    at: instant().notNull(),
  },
  (table) => [
    check("looked_up_has_minutes", sql`${table.lookedUp} = (${table.minutes} is not null)`),
  ],
);
