import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, pgEnum, timestamp, uuid } from "drizzle-orm/pg-core";
import { ROLE_NAMES } from "@/lib/access/roles";
import { LEAD_STATUS_NAMES } from "@/lib/gate/status";
import { keysOf } from "@/lib/platform/keys-of";
import { SOURCES, VERDICTS } from "@/lib/standard/field";

export const role = pgEnum("role", ROLE_NAMES);
export const leadStatus = pgEnum("lead_status", LEAD_STATUS_NAMES);
export const verdict = pgEnum("verdict", VERDICTS);
export const source = pgEnum("source", keysOf(SOURCES));

export const id = () => uuid().primaryKey().defaultRandom();
/** The id of a row of another table, which has to be there. */
export const refersTo = (column: () => AnyPgColumn) => uuid().notNull().references(column);

export const instant = () => timestamp({ withTimezone: true, precision: 3 });

/**
 * When the database was given the row as it is, to the microsecond and never before the row's own time:
 * lists that others poll go by it. A trigger keeps it.
 */
export const recordedAt = () =>
  timestamp({ withTimezone: true, mode: "string" }).notNull().default(sql`clock_timestamp()`);

/** The five verdicts of a lead or a handoff, one column per category. */
export const verdicts = () => ({
  contactBasics: verdict().notNull(),
  companyIntelligence: verdict().notNull(),
  behavioralTrail: verdict().notNull(),
  scoringContext: verdict().notNull(),
  handoffMetadata: verdict().notNull(),
});

/**
 * Which fields of the checklist have a valid value, and which of these are verified: one bit per
 * field, at its place in `lib/standard/field-states.ts`. A draft standard is tried on these (D.3).
 */
export const fieldStates = () => ({
  filled: bigint({ mode: "number" }).notNull().default(0),
  verified: bigint({ mode: "number" }).notNull().default(0),
});
