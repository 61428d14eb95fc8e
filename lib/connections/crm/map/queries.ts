import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { crm } from "@/db/schema/outgoing";
import { authorize, may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { isId } from "@/lib/platform/is-id";
import { CRM_IDS, type CrmField, type CrmGiven } from "../crm";
import { crmOf } from "../crms";
import { opened } from "../opened";
import type { MapEntry, MapFault } from "./entry";

const LIMIT_MS = 8_000;

/** What goes to a hook stands beside it in the same outbox, and has no map. */
const isCrmInForce = () =>
  and(inArray(connection.system, [...CRM_IDS]), isNull(connection.removedAt));

/** A CRM's field map as its page shows it. */
export type MapView = {
  connectionId: string;
  name: string;
  systemLabel: string;
  entries: MapEntry[];
  faults: MapFault[];
  /** What the CRM says its fields are; in words why it does not, or null for who may not change it. */
  fields: CrmField[] | string | null;
};

/** The map of one CRM; null where there is none. Who may change it is told the CRM's fields as well. */
export async function crmMap(viewer: Viewer, connectionId: string): Promise<MapView | null> {
  authorize(viewer, "see connections");
  if (!isId(connectionId)) return null;
  const [row] = await db
    .select({ connection, entries: crm.entries, faults: crm.faults })
    .from(connection)
    .innerJoin(crm, eq(crm.connectionId, connection.id))
    .where(and(eq(connection.id, connectionId), isCrmInForce()));
  if (!row) return null;
  const { id, name, system, settings } = row.connection;
  const view = { connectionId: id, name, entries: row.entries, faults: row.faults };
  const systemLabel = crmOf(system)?.label ?? system;
  if (!may(viewer, "connect systems")) return { ...view, systemLabel, fields: null };
  const by = opened({ ...row.connection, settings: settings as CrmGiven["settings"] });
  if (!by) return { ...view, systemLabel, fields: "Its secret cannot be read. Replace it." };
  const fields = await by.describe(AbortSignal.timeout(LIMIT_MS));
  return { ...view, systemLabel, fields: Array.isArray(fields) ? fields : fields.words };
}

/** Whether there is a CRM, and where each value goes, by the source's id: 'Salesforce: Title'. */
export async function crmTargets(
  viewer: Viewer,
): Promise<{ connected: boolean; targets: Map<string, string[]> }> {
  authorize(viewer, "see connections");
  const rows = await db
    .select({ name: connection.name, entries: crm.entries })
    .from(crm)
    .innerJoin(connection, eq(connection.id, crm.connectionId))
    .where(isCrmInForce())
    .orderBy(asc(connection.createdAt));
  const told = rows.flatMap(({ name, entries }) =>
    entries.map(({ from, to }) => ({ from, words: `${name}: ${to}` })),
  );
  const targets = new Map(
    [...Map.groupBy(told, ({ from }) => from)].map(([from, those]) => [
      from,
      those.map(({ words }) => words),
    ]),
  );
  return { connected: rows.length > 0, targets };
}
