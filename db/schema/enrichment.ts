import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  ANSWERS,
  FAILURE_CAUSES,
  type Fills,
  type GivenValues,
  LOOKUPS,
} from "@/lib/enrichment/provider";
import type { FieldId } from "@/lib/standard/categories";
import { id, instant, refersTo } from "./columns";
import { connection } from "./connection";
import { lead } from "./lead";

/**
 * One step of the chain (G.2): one lookup of one provider, with what it may fill. A built-in
 * provider needs no connection. Order, limits and fills are an admin's to change.
 */
export const enrichmentStep = pgTable(
  "enrichment_step",
  {
    id: id(),
    /** Steps run from the lowest; two of one position run in the order of their names. */
    position: integer().notNull(),
    provider: text().notNull(),
    lookup: text({ enum: LOOKUPS }).notNull(),
    connectionId: uuid().references(() => connection.id),
    enabled: boolean().notNull().default(true),
    timeLimitMs: integer().notNull(),
    /** How long an answer is kept and not asked for, nor paid for, again. */
    cacheDays: integer().notNull(),
    fills: jsonb().$type<Fills>().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [unique().on(table.provider, table.lookup, table.connectionId).nullsNotDistinct()],
);

/** What a provider answered for one person, company or address, so that nothing is paid twice. */
export const enrichmentAnswer = pgTable(
  "enrichment_answer",
  {
    provider: text().notNull(),
    lookup: text({ enum: LOOKUPS }).notNull(),
    /** The address in lower case, or the registrable domain. */
    key: text().notNull(),
    /**
     * `asking`: somebody is asking it now, until `expiresAt` at the latest; others wait. `later`: it
     * is paid for and comes later; from `expiresAt` on it may be asked after, by its ticket.
     */
    answer: text({ enum: ["found", "no_match", "asking", "later"] }).notNull(),
    /** By what the provider knows a question that it still works on; never asked anew while it stands. */
    ticket: text(),
    words: text().notNull(),
    values: jsonb().$type<GivenValues>().notNull(),
    askedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.lookup, table.key] }),
    index().on(table.expiresAt),
  ],
);

/**
 * How a provider has been doing: the breaker opens after failures in a row, and tries again later.
 * Its key is the connection's id, since each has its own credits and limits, or a built-in's name.
 */
export const enrichmentHealth = pgTable("enrichment_health", {
  provider: text().primaryKey(),
  failuresInARow: integer().notNull().default(0),
  /** While this lies ahead the provider is not asked. */
  openUntil: instant(),
  lastCause: text({ enum: FAILURE_CAUSES }),
  lastWords: text(),
  lastFailureAt: instant(),
  lastSuccessAt: instant(),
  creditsLeft: integer(),
});

/** What a provider was asked about a lead and what it answered (G.2). */
export const enrichmentAttempt = pgTable(
  "enrichment_attempt",
  {
    id: id(),
    leadId: refersTo(() => lead.id),
    provider: text().notNull(),
    /** Whose health it tells of, as in `enrichment_health`; null where it was asked before that was kept. */
    healthKey: text(),
    lookup: text({ enum: LOOKUPS }),
    answer: text({ enum: ANSWERS }).notNull(),
    cause: text({ enum: FAILURE_CAUSES }),
    words: text().notNull(),
    filled: text().array().$type<FieldId[]>().notNull().default([]),
    costCents: integer().notNull().default(0),
    tookMs: integer().notNull(),
    /** True where the answer came from what was kept, so that nothing was paid. */
    kept: boolean().notNull().default(false),
    at: instant().notNull(),
  },
  (table) => [index().on(table.leadId, table.at), index().on(table.provider, table.at)],
);
