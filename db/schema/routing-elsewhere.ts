import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { connection } from "./connection";
import { lead } from "./lead";

/** To whom a router in a CRM gave a lead that the gate holds yet (K.4): kept until it is through. */
export const routingElsewhere = pgTable(
  "routing_elsewhere",
  {
    connectionId: uuid()
      .notNull()
      .references(() => connection.id),
    leadId: uuid()
      .notNull()
      .references(() => lead.id),
    /** The rep's address. */
    owner: text().notNull(),
    reason: text().notNull(),
    decidedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.leadId] }),
    index().on(table.leadId),
  ],
);
