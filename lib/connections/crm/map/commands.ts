import { and, eq, isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { crm, outgoing } from "@/db/schema/outgoing";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";
import type { Failed } from "@/lib/enrichment/http/http";
import { record } from "@/lib/platform/history";
import { keepConnected } from "../../commands";
import { sendSoon } from "../../outbox/commands";
import type { Crm, CrmGiven } from "../crm";
import { opened } from "../opened";
import { type Checked, checkMap, withoutGuesses } from "./check";
import type { MapEntry, MapFault } from "./entry";

const LIMIT_MS = 15_000;

/** Asks the CRM what its fields are now, and keeps what of the map is no longer right. */
export async function refreshMap(
  _actor: Actor,
  { id, entries }: { id: string; entries: readonly MapEntry[] },
  by: Crm,
  now: Date,
): Promise<Checked | Failed> {
  const fields = await by.describe(AbortSignal.timeout(LIMIT_MS));
  if (!Array.isArray(fields)) return fields;
  const checked = withoutGuesses(checkMap(entries, fields), entries);
  await db
    .update(crm)
    .set({ ...checked, checkedAt: now })
    .where(eq(crm.connectionId, id));
  return checked;
}

/** A CRM's map as it is stored. */
export async function entriesOf(_actor: Actor, connectionId: string): Promise<MapEntry[]> {
  const [row] = await db
    .select({ entries: crm.entries })
    .from(crm)
    .where(eq(crm.connectionId, connectionId));
  return row?.entries ?? [];
}

/** The map as its page sends it. */
type GivenMap = { connectionId: string; entries: readonly { from: string; to: string }[] };
/** What came of saving: nothing is saved while there are faults. */
type SavedMap = { faults: MapFault[] };

/**
 * Saves which value goes to which field of a CRM, once the CRM itself has said that each field is
 * there, may be written, and can take what comes. What waited for that goes out.
 */
export async function saveMap(
  actor: Actor,
  { connectionId, entries }: GivenMap,
  now: Date,
): Promise<Outcome<SavedMap>> {
  authorize(actor, "connect systems");
  const [row] = await db
    .select()
    .from(connection)
    .where(and(eq(connection.id, connectionId), isNull(connection.removedAt)));
  const by = row && opened({ ...row, settings: row.settings as CrmGiven["settings"] });
  if (!row || !by) return refused("This connection was removed, or its secret cannot be read.");
  const fields = await by.describe(AbortSignal.timeout(LIMIT_MS));
  if (!Array.isArray(fields))
    return refused(`${row.name} could not be asked about its fields. ${fields.words}`);
  const checked = checkMap(entries, fields);
  if (checked.faults.length > 0) return { ok: true, value: { faults: checked.faults } };
  return transaction(async (tx) => {
    if (!(await keepConnected(tx, connectionId))) return refused("This connection was removed.");
    const [before] = await tx
      .select({ entries: crm.entries })
      .from(crm)
      .where(eq(crm.connectionId, connectionId))
      .for("update");
    const set = { entries: checked.entries, faults: [], checkedAt: now };
    await tx
      .insert(crm)
      .values({ connectionId, ...set })
      .onConflictDoUpdate({ target: crm.connectionId, set });
    const told = (of: readonly MapEntry[]) => of.map(({ from, to }) => `${from} to ${to}`);
    await record(tx, actor, [
      {
        at: now,
        verb: "mapped fields",
        subject: "connection",
        subjectId: connectionId,
        before: told(before?.entries ?? []),
        after: told(checked.entries),
      },
    ]);
    await tx
      .update(outgoing)
      .set({ dueAt: now })
      .where(and(eq(outgoing.connectionId, connectionId), eq(outgoing.state, "waiting")));
    await sendSoon(tx, [connectionId]);
    return { ok: true, value: { faults: [] } };
  });
}
