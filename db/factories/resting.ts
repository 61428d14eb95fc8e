import { and, asc, eq, isNull } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { handoff } from "@/db/schema/handoff";
import { crm, outgoing } from "@/db/schema/outgoing";
import { sourceStream } from "@/db/schema/source";
import { webhookEvent } from "@/db/schema/webhook";
import { systemActor } from "@/lib/access/viewer";
import { addConnection, removeConnection } from "@/lib/connections/commands";
import { pipedrive } from "@/lib/connections/crm/pipedrive/pipedrive";
import { newHookSecret } from "@/lib/connections/rest-hooks/signed";
import { sealSecrets } from "@/lib/connections/secrets";
import { MINUTE } from "@/lib/platform/durations";

const TESTS = systemActor("command line", "Tests");
/** Where nobody listens. */
const NOWHERE = "http://127.0.0.1:9";

export type Resting = Record<"source" | "crm" | "hook" | "hookEvent" | "ended", string>;

/**
 * A connection of each kind that is watched on a page of its own, with something to see there. All are
 * paused before anybody else can know of them, and the CRM has no place in the chain, so that no lead
 * meets them. Made once: who asks again is given the same.
 */
export async function restingConnections(now: Date): Promise<Resting> {
  return transaction(async (tx) => {
    const source = await added(tx, "mautic", MAUTIC, now);
    if (source.isNew) await readSomething(tx, source.id, now);
    const hook = await added(tx, "rest_hook", HOOK, now);
    if (hook.isNew) await tellSomething(tx, hook.id, now);
    const event = and(eq(outgoing.connectionId, hook.id), eq(outgoing.state, "sent"));
    const [sent] = await tx.select({ id: outgoing.id }).from(outgoing).where(event).limit(1);
    const resting = { source: source.id, hook: hook.id, hookEvent: sent?.id ?? "" };
    return { ...resting, crm: await aCrmAtRest(tx, now), ended: await aHookThatEnded(tx, now) };
  });
}

const MAUTIC = {
  name: "Mautic at rest",
  settings: { address: NOWHERE, user: "reader" },
  secrets: { secret: "a-secret-of-the-tests", password: "a-password-of-the-tests" },
};
const HOOK = {
  name: "A hook at rest, of a system whose name is as long as a name may well become",
  settings: {
    address: `${NOWHERE}/hooks/catch/1234567/abcdefg/`,
    events: "lead.routed lead.noted",
  },
  secrets: { signingSecret: newHookSecret() },
};

const named = (tx: Transaction, name: string) =>
  tx
    .select({ id: connection.id })
    .from(connection)
    .where(and(eq(connection.name, name), isNull(connection.removedAt)));

async function added(
  tx: Transaction,
  system: string,
  given: typeof HOOK | typeof MAUTIC,
  now: Date,
) {
  const outcome = await addConnection(TESTS, { system, ...given }, now, tx);
  if (!outcome.ok) {
    const [known] = await named(tx, given.name);
    if (!known) throw new Error(outcome.reason);
    return { id: known.id, isNew: false };
  }
  const { id } = outcome.value;
  await tx.update(connection).set({ paused: true }).where(eq(connection.id, id));
  return { id, isNew: true };
}

async function aCrmAtRest(tx: Transaction, now: Date): Promise<string> {
  const name = "Pipedrive at rest";
  const [known] = await named(tx, name);
  if (known) return known.id;
  const id = crypto.randomUUID();
  const common = { id, name, system: pipedrive.id, settings: { address: NOWHERE }, paused: true };
  const secrets = sealSecrets({ apiToken: "a-token-of-the-tests" }, id);
  await tx.insert(connection).values({ ...common, secrets, createdAt: now, updatedAt: now });
  const entries = pipedrive.firstMap.map((entry) => ({ ...entry, field: null }));
  await tx.insert(crm).values({ connectionId: id, entries });
  return id;
}

async function aHookThatEnded(tx: Transaction, now: Date): Promise<string> {
  const name = "A hook that ended";
  const [known] = await tx
    .select({ id: connection.id })
    .from(connection)
    .where(eq(connection.name, name));
  if (known) return known.id;
  const { id } = await added(tx, "rest_hook", { ...HOOK, name }, now);
  await tellSomething(tx, id, now);
  const because = "Its target answered 410.";
  await removeConnection(TESTS, { connectionId: id, because }, now, tx);
  return id;
}

async function readSomething(tx: Transaction, connectionId: string, now: Date): Promise<void> {
  await tx
    .update(sourceStream)
    .set({ readAt: now, readUntil: now, taken: 412, refused: 3 })
    .where(and(eq(sourceStream.connectionId, connectionId), eq(sourceStream.stream, "contacts")));
  const failure = "Does not let this key ask for that (403).";
  await tx
    .update(sourceStream)
    .set({ cause: "unauthorised", failure, failedAt: now, failures: 2 })
    .where(and(eq(sourceStream.connectionId, connectionId), eq(sourceStream.stream, "activities")));
  const event = (key: string, state: "taken" | "unreadable", words: string) => ({
    ...{ connectionId, key, state, words, body: `{"mautic.form_on_submit": ["${key}"]}` },
    receivedAt: now,
    takenAt: now,
  });
  await tx
    .insert(webhookEvent)
    .values([
      event("one", "taken", "1 lead and 2 activities taken in."),
      event("two", "unreadable", "The form’s field email is no address."),
    ]);
}

async function tellSomething(tx: Transaction, connectionId: string, now: Date): Promise<void> {
  const handoffs = await tx
    .select({ handoffId: handoff.id, leadId: handoff.leadId })
    .from(handoff)
    .orderBy(asc(handoff.routedAt))
    .limit(3);
  const how = [
    { state: "sent", tries: 1, triedAt: now, settledAt: now, words: "It was taken." },
    { state: "waiting", tries: 2, triedAt: now, words: "Has a fault of its own (500)." },
    { state: "dropped", settledAt: now, words: "The lead was set aside before it went out." },
  ] as const;
  const rows = handoffs.map((of, at) => ({
    ...of,
    connectionId,
    kind: "handoff" as const,
    occasion: of.handoffId,
    dueAt: now,
    at: new Date(now.getTime() - at * MINUTE),
    ...how[at],
  }));
  await tx.insert(outgoing).values(rows);
}
