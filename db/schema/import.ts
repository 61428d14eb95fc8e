import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, refersTo } from "./columns";
import { person } from "./person";

/** One import of a CSV file; `rowsRead` is where it goes on after a break. */
export const importRun = pgTable(
  "import_run",
  {
    id: id(),
    target: text({ enum: ["leads", "activities", "outcomes"] }).notNull(),
    fileName: text().notNull(),
    /** SHA-256 of the file: the same file goes on where it stopped. */
    fileHash: text().notNull(),
    bytes: bigint({ mode: "number" }).notNull(),
    bytesRead: bigint({ mode: "number" }).notNull().default(0),
    mapping: jsonb().$type<Record<string, string | null>>().notNull(),
    headers: jsonb().$type<string[]>().notNull(),
    delimiter: text().notNull(),
    state: text({ enum: ["running", "done", "failed"] }).notNull(),
    failure: text(),
    rowsRead: integer().notNull().default(0),
    rowsNew: integer().notNull().default(0),
    rowsChanged: integer().notNull().default(0),
    rowsUnchanged: integer().notNull().default(0),
    rowsRefused: integer().notNull().default(0),
    personId: uuid().references(() => person.id),
    startedAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index().on(table.startedAt)],
);

/** A row that was refused, as it stood in the file, with the reason. */
export const importReject = pgTable(
  "import_reject",
  {
    runId: refersTo(() => importRun.id),
    line: integer().notNull(),
    column: text(),
    reason: text().notNull(),
    cells: jsonb().$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.line] })],
);
