import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { SlaSettings } from "@/lib/sla/settings";
import { instant } from "./columns";
import { person } from "./person";

/** The versions of the SLA. Each handoff is held to the one that was in force when it was routed. */
export const slaVersion = pgTable("sla_version", {
  version: integer().primaryKey(),
  settings: jsonb().$type<SlaSettings>().notNull(),
  /** What was changed, in the author's words. */
  reason: text(),
  createdBy: uuid().references(() => person.id),
  createdAt: instant().notNull(),
});
