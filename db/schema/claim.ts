import { pgTable, uuid } from "drizzle-orm/pg-core";
import { instant, refersTo } from "./columns";
import { lead } from "./lead";
import { person } from "./person";

/**
 * Who is on a lead (O.1): one person at most, until `activeAt` lies too far back. Its key settles
 * who was first.
 */
export const leadClaim = pgTable("lead_claim", {
  leadId: uuid()
    .primaryKey()
    .references(() => lead.id),
  personId: refersTo(() => person.id),
  at: instant().notNull(),
  /** When something was last done on it. */
  activeAt: instant().notNull(),
  /** When the person opened the lead's page; null while it was only claimed. */
  openedAt: instant(),
});
