import { sql } from "drizzle-orm";
import {
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
import type { CategoryKey, FieldId } from "@/lib/standard/categories";
import type { Requirement } from "@/lib/standard/standard";
import { id, instant, refersTo } from "./columns";
import { person } from "./person";

/** The versions of the written standard (D.1, D.2). The gate in the database reads them too. */
export const standardVersion = pgTable("standard_version", {
  version: integer().primaryKey(),
  /** Each later than the one before, so that one is in force at any moment. */
  effectiveFrom: instant().notNull().unique(),
  gates: text().array().$type<CategoryKey[]>().notNull(),
  requirements: jsonb().$type<Record<FieldId, Requirement>>().notNull(),
  /** How long a person may take for the summary before the draft goes along (G.5). */
  graceMinutes: smallint().notNull().default(0),
  /** Who signed it before it took effect (D.2); null only for the first version, the article's. */
  signedForMarketing: uuid().references(() => person.id),
  signedForSales: uuid().references(() => person.id),
  /** Why it was changed, in the author's words. */
  reason: text(),
  createdBy: uuid().references(() => person.id),
  createdAt: instant().notNull().defaultNow(),
});

/** A next version being written, tried and signed (D.2, D.3). At most one is open at a time. */
export const standardDraft = pgTable(
  "standard_draft",
  {
    id: id(),
    basedOn: integer()
      .notNull()
      .references(() => standardVersion.version),
    /** Raised with each change; a signature counts for the revision it was given to. */
    revision: integer().notNull().default(1),
    /** Null: as soon as both have signed. */
    effectiveFrom: instant(),
    gates: text().array().$type<CategoryKey[]>().notNull(),
    requirements: jsonb().$type<Record<FieldId, Requirement>>().notNull(),
    graceMinutes: smallint().notNull().default(0),
    reason: text(),
    state: text({ enum: ["open", "published", "discarded"] })
      .notNull()
      .default("open"),
    createdBy: refersTo(() => person.id),
    createdAt: instant().notNull(),
    updatedBy: refersTo(() => person.id),
    updatedAt: instant().notNull(),
  },
  (table) => [uniqueIndex("standard_draft_open").on(table.state).where(sql`state = 'open'`)],
);

/** A sign-off of one side on one revision of a draft. */
export const standardSignature = pgTable(
  "standard_signature",
  {
    draftId: refersTo(() => standardDraft.id),
    side: text({ enum: ["marketing", "sales"] }).notNull(),
    revision: integer().notNull(),
    personId: refersTo(() => person.id),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.draftId, table.side, table.revision] }),
    // Marketing and sales are two people.
    unique("standard_signature_two_people").on(table.draftId, table.revision, table.personId),
  ],
);

/** The fields as code defines them, for the gate in the database; written at every migration. */
export const fieldDefinition = pgTable("field_definition", {
  fieldId: text().$type<FieldId>().primaryKey(),
  category: text().$type<CategoryKey>().notNull(),
  choices: text().array().notNull(),
});

/** The words that are no value, for the gate in the database; written at every migration. */
export const placeholderWord = pgTable("placeholder_word", { word: text().primaryKey() });
