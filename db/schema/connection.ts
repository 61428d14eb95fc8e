import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/standard/field";
import { id, instant } from "./columns";
import { apiKey, person } from "./person";

/** One connected system. Its secrets are kept encrypted (`lib/connections/secrets.ts`). */
export const connection = pgTable(
  "connection",
  {
    id: id(),
    /** Such as 'clearbit' or 'zerobounce'. */
    system: text().notNull(),
    name: text().notNull(),
    settings: jsonb().$type<{ [key: string]: Json }>().notNull().default({}),
    secrets: text(),
    paused: boolean().notNull().default(false),
    removedAt: instant(),
    createdBy: uuid().references(() => person.id),
    /** The API key that subscribed it, where no person connected it. */
    subscribedBy: uuid().references(() => apiKey.id),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    index().on(table.system),
    index("connection_of_key").on(table.subscribedBy).where(sql`subscribed_by is not null`),
  ],
);
