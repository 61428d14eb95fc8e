import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { connection } from "./connection";
import { lead } from "./lead";

/**
 * To whom a system elsewhere gave a lead that the gate holds yet (K.4): kept until it is through. One a
 * lead, the one that was decided last.
 */
export const routingElsewhere = pgTable(
  "routing_elsewhere",
  {
    leadId: uuid()
      .primaryKey()
      .references(() => lead.id),
    /** The CRM that it was read in; null where a router wrote it by the API. */
    connectionId: uuid().references(() => connection.id),
    /** The name of the connection or of the router's key. */
    decidedBy: text().notNull(),
    /** The rep's address. */
    owner: text().notNull(),
    reason: text().notNull(),
    decidedAt: instant().notNull(),
  },
  (table) => [index().on(table.connectionId)],
);
