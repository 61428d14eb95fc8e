import { and, eq, isNull } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";
import { noteHealth } from "@/lib/enrichment/health/commands";
import { record } from "@/lib/platform/history";
import { keysOf } from "@/lib/platform/keys-of";
import type { Crm } from "../crm/crm";
import { entriesOf, refreshMap } from "../crm/map/commands";
import type { MapEntry } from "../crm/map/entry";
import { OVERLAP_HOURS } from "../earlier-secrets";
import { type GivenSettings, settingFaults, trimmed } from "../given-settings";
import {
  ownSecrets,
  removableSecrets,
  replacedSecrets,
  replacedWords,
  withoutSecrets,
} from "../replaced-secrets";
import { type Secrets, sealSecrets, secretsIfReadable } from "../secrets";
import { planReading } from "../sources/commands";
import { isCrm, type System, systemOf } from "../systems";
import { askSystem } from "./ask";
import { type TestVerdict, verdictOn } from "./verdict";

const GONE = "This connection was removed.";
const LOCKED: TestVerdict = {
  works: false,
  words: "Its secret cannot be read any more, as BATON_SECRET was changed",
  advice: "Replace the secret.",
};

/** The connection in force with its system. No lock: nobody waits while another system is asked. */
async function inForce(id: string) {
  const [row] = await db
    .select()
    .from(connection)
    .where(and(eq(connection.id, id), isNull(connection.removedAt)));
  const system = row && systemOf(row.system);
  if (!row || !system) return null;
  return { ...row, system, settings: row.settings as GivenSettings["settings"] };
}

/** A CRM's map as it holds now; as it was where the CRM does not answer. */
async function mapNow(actor: Actor, id: string, by: Crm, now: Date): Promise<MapEntry[]> {
  const entries = await entriesOf(actor, id);
  const map = await refreshMap(actor, { id, entries }, by, now);
  return "answer" in map ? entries : map.entries;
}

/**
 * Really asks a connection's system, with its key, and keeps in history what that showed (K.5).
 * A paused one can be tested too.
 */
export async function testConnection(
  actor: Actor,
  input: { connectionId: string },
  now: Date,
): Promise<Outcome<TestVerdict>> {
  authorize(actor, "connect systems");
  const found = await inForce(input.connectionId);
  if (!found) return refused(GONE);
  const { id, system, settings } = found;
  const secrets = secretsIfReadable(found);
  const given = secrets && { settings, secrets };
  const entries = given && isCrm(system) ? await mapNow(actor, id, system.open(given), now) : [];
  const answer = given && (await askSystem(system, given, actor, entries));
  const verdict = answer ? verdictOn(system, answer) : LOCKED;
  // A key that works again is believed at once: its breaker closes.
  if (answer) await noteHealth(actor, id, answer, now);
  await transaction(async (tx) => {
    await record(tx, actor, [
      { at: now, verb: "tested", subject: "connection", subjectId: id, after: verdict },
    ]);
    if (verdict.works) await planReading(tx, { id, system: system.id, settings }, now);
  });
  return { ok: true, value: verdict };
}

type NewSecrets = {
  connectionId: string;
  secrets: Secrets;
  removed?: readonly string[];
  hours?: number;
};

/** Why these cannot be removed; null where they can. */
function notRemovable(system: System, removed: readonly string[], kept: Secrets, typed: Secrets) {
  const may = removableSecrets(system);
  const label = (key: string) =>
    system.settings.find((setting) => setting.key === key)?.label ?? "This";
  const needed = removed.find((key) => !may.includes(key));
  if (needed !== undefined) return `${label(needed)} cannot be removed.`;
  const both = removed.find((key) => key in typed);
  if (both !== undefined) return `${label(both)}: give a new one or remove it, not both.`;
  return removed.length > 0 && removed.every((key) => kept[key] === undefined)
    ? "There is none to remove."
    : null;
}

/**
 * Replaces what is typed of what a connection keeps secret, and removes those in `removed`, which the
 * system can do without; the rest stays. What is left is tried first, and where it is not accepted all
 * stays as it was; the next question after that is asked with the new one. Calls that the one before
 * proves are taken for so many `hours` more, but none where it was removed.
 */
export async function replaceSecrets(
  actor: Actor,
  input: NewSecrets,
  now: Date,
): Promise<Outcome<TestVerdict>> {
  authorize(actor, "connect systems");
  const found = await inForce(input.connectionId);
  if (!found) return refused(GONE);
  const { id, system, settings } = found;
  const typed = trimmed({ settings, secrets: input.secrets }).secrets;
  const { removed = [] } = input;
  if (keysOf(typed).length + removed.length === 0) return refused("Give the new secret.");
  const before = secretsIfReadable(found) ?? {};
  const no = notRemovable(system, removed, before, typed);
  if (no) return refused(no);
  const change = {
    kept: withoutSecrets(system, before, removed),
    typed,
    hours: input.hours ?? OVERLAP_HOURS,
  };
  const replaced = replacedSecrets(system, change, now);
  const given = { settings, secrets: ownSecrets(system, replaced.secrets) };
  const [fault] = settingFaults(system, given);
  if (fault) return refused(`${fault.label} ${fault.reason}.`, fault.field);
  const answer = await askSystem(system, given, actor);
  const verdict = verdictOn(system, answer);
  if (verdict.cause === "unauthorised") {
    return refused(`${system.label} does not accept this, so the one before stays in use.`);
  }
  const outcome = await transaction(async (tx): Promise<Outcome<TestVerdict>> => {
    const kept = await tx
      .update(connection)
      .set({ secrets: sealSecrets(replaced.secrets, id), updatedAt: now })
      .where(and(eq(connection.id, id), eq(connection.updatedAt, found.updatedAt)))
      .returning({ id: connection.id });
    // Another address or another key came in between: this one was proven for what was before.
    if (kept.length === 0) return refused("Somebody changed this connection. Look at it again.");
    await planReading(tx, { id, system: system.id, settings }, now);
    const common = { at: now, subject: "connection", subjectId: id } as const;
    const after = replacedWords(typed, replaced.earlierUntil, removed);
    await record(tx, actor, [
      { ...common, verb: "replaced secrets", after },
      { ...common, verb: "tested", after: verdict },
    ]);
    return { ok: true, value: verdict };
  });
  if (outcome.ok) await noteHealth(actor, id, answer, now);
  return outcome;
}
