import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, refersTo } from "./columns";
import { lead } from "./lead";
import { person } from "./person";
import { phrase } from "./phrase";

/** Every version of a lead's summary (C3.9, O.3); the highest version is the current one. */
export const summaryVersion = pgTable(
  "summary_version",
  {
    id: id(),
    leadId: refersTo(() => lead.id),
    version: integer().notNull(),
    text: text().notNull(),
    /** True where the text is the draft as it was made, approved without a change. */
    asDrafted: boolean().notNull(),
    /** How much of the draft's words is in it, in percent; null where there was no draft. */
    draftKept: smallint(),
    /** When the author opened the lead for this; null where that is not known. */
    openedAt: instant(),
    personId: refersTo(() => person.id),
    at: instant().notNull(),
  },
  (table) => [uniqueIndex().on(table.leadId, table.version), index().on(table.at)],
);

/** One sentence from marketing ops, or a flag; taken back, never deleted (C5.4, X.6). */
export const note = pgTable(
  "note",
  {
    id: id(),
    leadId: refersTo(() => lead.id),
    kind: text({ enum: ["note", "flag"] }).notNull(),
    text: text().notNull(),
    personId: refersTo(() => person.id),
    at: instant().notNull(),
    withdrawnAt: instant(),
    /** The phrase of the library that it is, its blanks filled; null for words of one's own. */
    phraseId: uuid().references(() => phrase.id),
  },
  (table) => [index().on(table.leadId, table.at), index().on(table.phraseId, table.leadId)],
);

/** What a person typed and did not save yet, on whatever computer (O.3); one text a person, lead and part. */
export const unsavedText = pgTable(
  "unsaved_text",
  {
    leadId: refersTo(() => lead.id),
    personId: refersTo(() => person.id),
    part: text({ enum: ["summary", "note"] }).notNull(),
    text: text().notNull(),
    /** The version of the summary it was based on; 0 for the draft and for a note. */
    basedOn: integer().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.personId, table.part] })],
);

/** Who has a lead open in the editor; a row counts for some seconds only. */
export const editorPresence = pgTable(
  "editor_presence",
  {
    leadId: refersTo(() => lead.id),
    personId: refersTo(() => person.id),
    seenAt: instant().notNull(),
    /** When they last typed; null where they only read. */
    wroteAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.personId] })],
);
