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
  uuid,
} from "drizzle-orm/pg-core";
import { SENDER_FAULTS } from "@/lib/access/keys/faults";
import { SCOPE_NAMES } from "@/lib/access/keys/scopes";
import { keysOf } from "@/lib/platform/keys-of";
import type { KeptHours } from "@/lib/sla/calendar";
import type { WorkingHours } from "@/lib/sla/working-hours";
import { id, instant, refersTo, role } from "./columns";

/** Everyone who signs in. Role and active state are read from here at every request. */
export const person = pgTable("person", {
  id: id(),
  email: text().notNull().unique(),
  name: text().notNull(),
  role: role().notNull(),
  active: boolean().notNull().default(true),
  /** Raised to end every session of the person at once. */
  sessionVersion: integer().notNull().default(1),
  timeZone: text().notNull().default("UTC"),
  locale: text().notNull().default("en-GB"),
  /** When these two were said, by their browser at first; until then they are a guess. */
  readerSetAt: instant(),
  /** A rep's territory: ISO 3166 country codes. */
  territory: text().array().notNull().default([]),
  territoryName: text(),
  /** What else a rep can take: languages (BCP 47), products, ids of routing's segments. */
  languages: text().array().notNull().default([]),
  products: text().array().notNull().default([]),
  segments: text().array().notNull().default([]),
  /** The most open leads that routing gives a rep; null for any number. */
  leadCap: integer(),
  /** A rep's share of the turns; 0 for none while others can. */
  routingWeight: smallint().notNull().default(1),
  /** When they work, by the clocks of `timeZone`; null around the clock. */
  workingHours: jsonb().$type<WorkingHours>(),
  /** Hours and zones before these, in their order; whoever does not keep them, the database does (Q.2). */
  earlierHours: jsonb().$type<KeptHours[]>().notNull().default([]),
  createdAt: instant().notNull().defaultNow(),
});

/**
 * A session that its person signed out of, so that no copy of its cookie is let in again. Kept until
 * the last of its cookies has ended by itself.
 */
export const endedSession = pgTable("ended_session", {
  id: text().primaryKey(),
  personId: refersTo(() => person.id),
  endedAt: instant().notNull(),
});

/** A time that a person is away for, until it is taken back; `endsAt` is when they are back. */
export const absence = pgTable(
  "absence",
  {
    id: id(),
    personId: refersTo(() => person.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    words: text(),
    authorId: refersTo(() => person.id),
    at: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: uuid().references(() => person.id),
  },
  (table) => [
    check("absence_ends_after_it_starts", sql`${table.endsAt} > ${table.startsAt}`),
    index("absence_of_person").on(table.personId).where(sql`withdrawn_at is null`),
  ],
);

/** Keys of the public API and write keys of the tracking API; only a hash is kept. */
export const apiKey = pgTable(
  "api_key",
  {
    id: id(),
    kind: text({ enum: ["api", "write"] }).notNull(),
    name: text().notNull(),
    hash: text().notNull().unique(),
    /** What an API key was made for; null for everything. */
    scopes: text({ enum: SCOPE_NAMES }).array(),
    createdBy: uuid().references(() => person.id),
    createdAt: instant().notNull().defaultNow(),
    revokedAt: instant(),
    /** When it last sent what was taken; to the minute (M.2). */
    lastSuccessAt: instant(),
  },
  (table) => [index().on(table.kind)],
);

/** How often what a key sent failed in an hour, by cause, and when last; to the minute (M.2). */
export const apiKeyFailure = pgTable(
  "api_key_failure",
  {
    keyId: refersTo(() => apiKey.id),
    cause: text({ enum: keysOf(SENDER_FAULTS) }).notNull(),
    hour: instant().notNull(),
    at: instant().notNull(),
    count: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.keyId, table.cause, table.hour] })],
);

/**
 * What a request with an `Idempotency-Key` was answered, so that the same request again is answered
 * so again. Without a status it is being answered.
 */
export const idempotentAnswer = pgTable(
  "idempotent_answer",
  {
    keyId: refersTo(() => apiKey.id),
    idempotencyKey: text().notNull(),
    /** A digest of what was asked: method, address and body. */
    fingerprint: text().notNull(),
    at: instant().notNull(),
    status: smallint().notNull(),
    headers: jsonb().$type<{ [name: string]: string }>().notNull(),
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.keyId, table.idempotencyKey] }), index().on(table.at)],
);
