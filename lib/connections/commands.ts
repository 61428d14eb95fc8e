import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { enrichmentStep } from "@/db/schema/enrichment";
import { noticeChoice } from "@/db/schema/notice";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor, SystemActor } from "@/lib/access/viewer";
import { stepsOf } from "@/lib/enrichment/chain/steps-of";
import type { ProviderSystem } from "@/lib/enrichment/provider";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history";
import { keysOf } from "@/lib/platform/keys-of";
import { OVERLAP_HOURS } from "./earlier-secrets";
import { type GivenSettings, sameAddress, settingFaults, trimmed } from "./given-settings";
import { sendSoon } from "./outbox/commands";
import { addCrm, forgetCrm } from "./outbox/standing/commands";
import { ownSecrets, replacedSecrets, replacedWords, unsentSecrets } from "./replaced-secrets";
import { Unreadable } from "./seal";
import { type Masters, resealed, type Secrets, sealSecrets, secretsIfReadable } from "./secrets";
import { takeWaiting } from "./senders/commands";
import { forgetReading, planReading } from "./sources/commands";
import { isCrm, isHook, isProvider, type System, systemOf } from "./systems";

type Row = typeof connection.$inferSelect;
type Given = GivenSettings & { name: string };

const GONE = "This connection was removed.";
const TAKEN = "Another connection has this name. Choose one that tells them apart.";

/** The first thing that is wrong, as a sentence at its field; null where nothing is. */
function refusalOf(system: System, given: GivenSettings) {
  const [fault] = settingFaults(system, given);
  return fault ? refused(`${fault.label} ${fault.reason}.`, fault.field) : null;
}

/** Lets one at a time choose a name, until its transaction ends. */
export async function lockNames(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('baton connection names'))`);
}

/** Two of one name could not be told apart in history and on a lead's page. */
async function nameTaken(tx: Transaction, name: string, besides: string): Promise<boolean> {
  await lockNames(tx);
  const [taken] = await tx
    .select({ id: connection.id })
    .from(connection)
    .where(
      and(
        sql`lower(${connection.name}) = lower(${name})`,
        ne(connection.id, besides),
        isNull(connection.removedAt),
      ),
    );
  return taken !== undefined;
}

/** The connection in force, locked until the transaction ends. */
async function locked(tx: Transaction, id: string): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(connection)
    .where(and(eq(connection.id, id), isNull(connection.removedAt)))
    .for("update");
  return row;
}

/**
 * Keeps a connection from being removed until the transaction ends; false where it was removed. Whoever
 * writes rows of a connection begins with this, as removing it does: its rows refer to it, and two who
 * lock the one and the other first would wait for each other for ever.
 */
export async function keepConnected(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: connection.id })
    .from(connection)
    .where(and(eq(connection.id, id), isNull(connection.removedAt)))
    .for("key share");
  return rows.length > 0;
}

/** What history may show of a connection: never a secret, only which ones there are. */
const told = ({ name, settings }: Pick<Row, "name" | "settings">, secrets?: Secrets) => ({
  name,
  settings,
  ...(secrets ? { secrets: keysOf(secrets) } : {}),
});

/**
 * Connects a system: keeps its settings, seals its secrets, and puts its lookups, where it has any,
 * at the end of the enrichment chain, as the system suggests them.
 */
export async function addConnection(
  actor: Actor,
  input: Given & { system: string; subscribedBy?: string },
  now: Date,
  outer?: Transaction,
): Promise<Outcome<{ id: string }>> {
  authorize(actor, "connect systems");
  const system = systemOf(input.system);
  if (!system) return refused("Choose a system that Baton knows.", "system");
  const given = trimmed(input);
  const refusal = refusalOf(system, given);
  if (refusal) return refusal;
  const { name } = input;
  const id = randomUUID();
  return transaction(async (tx) => {
    if (await nameTaken(tx, name, id)) return refused(TAKEN, "name");
    await tx.insert(connection).values({
      id,
      system: system.id,
      name,
      settings: given.settings,
      secrets: sealSecrets(given.secrets, id),
      createdBy: actor.id,
      subscribedBy: input.subscribedBy ?? null,
      createdAt: now,
      updatedAt: now,
    });
    if (isCrm(system)) await addCrm(tx, system, id);
    if (isHook(system)) await addCrm(tx, { firstMap: [] }, id);
    if (isProvider(system) || isCrm(system)) await addSteps(tx, system, given, id, now);
    await planReading(tx, { id, system: system.id, settings: given.settings }, now);
    const after = { system: system.id, ...told({ name, settings: given.settings }, given.secrets) };
    const entry = { at: now, verb: "connected", subject: "connection", subjectId: id } as const;
    await record(tx, actor, [{ ...entry, after }]);
    return { ok: true, value: { id } };
  }, outer);
}

async function addSteps(
  tx: Transaction,
  system: Pick<ProviderSystem, "connect">,
  given: GivenSettings,
  connectionId: string,
  now: Date,
): Promise<void> {
  const [at] = await tx
    .select({ last: sql<number>`coalesce(max(${enrichmentStep.position}), 0)::int` })
    .from(enrichmentStep);
  const steps = stepsOf(system.connect(given), connectionId, at?.last ?? 0);
  if (steps.length === 0) return;
  await tx.insert(enrichmentStep).values(steps.map((step) => ({ ...step, updatedAt: now })));
}

/**
 * Gives a connection another name and other settings. Its secrets stay as they are where none is typed
 * anew, unless it is to talk to another address: a key given for one address is not sent to another one.
 */
export async function changeConnection(
  actor: Actor,
  input: Given & { connectionId: string },
  now: Date,
): Promise<Outcome> {
  authorize(actor, "connect systems");
  const { connectionId: id, name } = input;
  return transaction(async (tx) => {
    const row = await locked(tx, id);
    const system = row && systemOf(row.system);
    if (!row || !system) return refused(GONE);
    const { settings, secrets: typed } = trimmed(input);
    const moves = !sameAddress(row.settings, settings);
    const keeps = !moves && keysOf(typed).length === 0;
    const before = keeps ? {} : (secretsIfReadable(row) ?? {});
    const kept = moves ? unsentSecrets(system, before) : before;
    const replaced = replacedSecrets(system, { kept, typed, hours: OVERLAP_HOURS }, now);
    const given = { settings, secrets: ownSecrets(system, replaced.secrets) };
    const [fault] = settingFaults(system, given).filter(
      ({ field }) => !(keeps && field.startsWith("secrets.")),
    );
    if (fault && moves && fault.field.startsWith("secrets.")) {
      return refused(`The address changes, so give ${fault.label} again.`, fault.field);
    }
    if (fault) return refused(`${fault.label} ${fault.reason}.`, fault.field);
    if (await nameTaken(tx, name, id)) return refused(TAKEN, "name");
    await tx
      .update(connection)
      .set({
        name,
        settings,
        ...(keeps ? {} : { secrets: sealSecrets(replaced.secrets, id) }),
        updatedAt: now,
      })
      .where(eq(connection.id, id));
    await planReading(tx, { id, system: row.system, settings }, now);
    const entry = { at: now, subject: "connection", subjectId: id } as const;
    const after = told({ name, settings }, keeps ? undefined : given.secrets);
    await record(tx, actor, [
      { ...entry, verb: "changed", before: told(row), after },
      ...(keysOf(typed).length > 0
        ? [
            {
              ...entry,
              verb: "replaced secrets",
              after: replacedWords(typed, replaced.earlierUntil),
            },
          ]
        : []),
    ]);
    return done;
  });
}

/** Lets a connection rest, or wakes it: what is paused is not asked, and keeps its place. */
export async function setPaused(
  actor: Actor,
  input: { connectionId: string; paused: boolean },
  now: Date,
): Promise<Outcome> {
  authorize(actor, "connect systems");
  const { connectionId: id, paused } = input;
  return transaction(async (tx) => {
    const row = await locked(tx, id);
    if (!row) return refused(GONE);
    if (row.paused === paused) return done;
    await tx.update(connection).set({ paused, updatedAt: now }).where(eq(connection.id, id));
    if (!paused) await takeWaiting(tx, actor, id);
    if (!paused) await sendSoon(tx, [id]);
    if (!paused) await planReading(tx, row, now);
    const verb = paused ? "paused" : "resumed";
    await record(tx, actor, [{ at: now, verb, subject: "connection", subjectId: id }]);
    return done;
  });
}

/**
 * Removes a connection: its secrets are erased and its steps leave the chain. The row, its history
 * and every value that it gave stay, since leads name it as their source.
 */
export async function removeConnection(
  actor: Actor,
  input: { connectionId: string; because?: string },
  now: Date,
  outer?: Transaction,
): Promise<Outcome> {
  authorize(actor, "connect systems");
  const { connectionId: id, because } = input;
  return transaction(async (tx) => {
    const row = await locked(tx, id);
    if (!row) return refused("This connection was removed already.");
    await tx
      .update(connection)
      .set({ removedAt: now, secrets: null, updatedAt: now })
      .where(eq(connection.id, id));
    await tx
      .update(enrichmentStep)
      .set({ enabled: false, updatedAt: now })
      .where(eq(enrichmentStep.connectionId, id));
    await tx.delete(noticeChoice).where(eq(noticeChoice.connectionId, id));
    await forgetCrm(tx, id, now);
    await forgetReading(tx, id);
    const entry = { at: now, verb: "removed", subject: "connection", subjectId: id } as const;
    await record(tx, actor, [
      { ...entry, before: told(row), ...(because && { after: { because } }) },
    ]);
    return done;
  }, outer);
}

/**
 * Seals anew what is still sealed under BATON_SECRET_PREVIOUS, so that this one can be dropped.
 * Safe at every start. What opens under neither stays as it is: its connection says so.
 */
export async function resealConnections(
  actor: SystemActor,
  now: Date,
  masters: Masters = env(),
): Promise<void> {
  await transaction(async (tx) => {
    const rows = await tx
      .select({ id: connection.id, secrets: connection.secrets })
      .from(connection)
      .where(isNotNull(connection.secrets))
      .for("update");
    for (const { id, secrets: stored } of rows) {
      const secrets = stored && sealedAnew(stored, id, masters);
      if (!secrets) continue;
      await tx.update(connection).set({ secrets, updatedAt: now }).where(eq(connection.id, id));
      const entry = { at: now, verb: "sealed anew", subject: "connection" } as const;
      await record(tx, actor, [{ ...entry, subjectId: id }]);
    }
  });
}

function sealedAnew(stored: string, id: string, masters: Masters): string | null {
  try {
    return resealed(stored, id, masters);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
