import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ScoringModel } from "@/lib/scoring/model";
import { instant } from "./columns";
import { person } from "./person";

/** The versions of the scoring model, the ICP in it; the newest one is in force. */
export const scoringModel = pgTable("scoring_model", {
  version: integer().primaryKey(),
  model: jsonb().$type<ScoringModel>().notNull(),
  /** What was changed, in the author's words. */
  reason: text(),
  createdBy: uuid().references(() => person.id),
  createdAt: instant().notNull(),
});
