import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { CategoryKey, FieldId } from "@/lib/standard/categories";
import type { Requirement } from "@/lib/standard/standard";
import { instant } from "./columns";
import { person } from "./person";

/** The versions of the written standard (D.1, D.2). The gate in the database reads them too. */
export const standardVersion = pgTable("standard_version", {
  version: integer().primaryKey(),
  effectiveFrom: instant().notNull(),
  gates: text().array().$type<CategoryKey[]>().notNull(),
  requirements: jsonb().$type<Record<FieldId, Requirement>>().notNull(),
  createdBy: uuid().references(() => person.id),
  createdAt: instant().notNull().defaultNow(),
});

/** The fields as code defines them, for the gate in the database; written at every migration. */
export const fieldDefinition = pgTable("field_definition", {
  fieldId: text().$type<FieldId>().primaryKey(),
  category: text().$type<CategoryKey>().notNull(),
  choices: text().array().notNull(),
});

/** The words that are no value, for the gate in the database; written at every migration. */
export const placeholderWord = pgTable("placeholder_word", { word: text().primaryKey() });
