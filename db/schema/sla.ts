import { index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { ESCALATION_NAMES } from "@/lib/sla/settings";
import { instant, refersTo } from "./columns";
import { handoff } from "./handoff";

/** A step of the ladder that was taken for a handoff: once, whoever took it, and until it came to something (Q.2). */
export const escalation = pgTable(
  "escalation",
  {
    handoffId: refersTo(() => handoff.id),
    /** Its place on the ladder that the handoff was given with. */
    step: smallint().notNull(),
    action: text({ enum: ESCALATION_NAMES }).notNull(),
    at: instant().notNull(),
    /** The handoff that followed, of a lead that was given to another rep. */
    nextHandoffId: uuid().references(() => handoff.id),
    /** To how many managers notices went, beside what stands on their list in Baton. */
    told: smallint(),
    /** Why it came to nothing, or why the lead was given on before its time. */
    words: text(),
  },
  (table) => [
    primaryKey({ columns: [table.handoffId, table.step] }),
    index("escalation_to_next").on(table.nextHandoffId),
  ],
);
