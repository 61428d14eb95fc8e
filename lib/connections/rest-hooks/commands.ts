import { and, eq, isNull } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { addConnection, lockNames, removeConnection } from "../commands";
import { MOST_SECRETS } from "../earlier-secrets";
import { replacedWords } from "../replaced-secrets";
import { sealSecrets, secretsIfReadable } from "../secrets";
import { HOOK_EVENTS, type HookEvent } from "./hook-event";
import { type Hook, hooksOf } from "./queries";
import { restHook } from "./rest-hook";
import { newHookSecret } from "./signed";
import { withNewSecret } from "./signing-secrets";

/** Every event is written down for each hook; nobody needs more, and one in a loop would make thousands. */
export const MOST_HOOKS = 100;

/** Why a hook ended, as history keeps it and the page says it. */
const UNSUBSCRIBED = "It was unsubscribed.";
const REVOKED = "Its key was revoked.";

/** `secret` is null where the hook was there already: it is shown once. */
type Subscribed = Hook & { secret: string | null };

/**
 * Subscribes an address to events, for a key. The same key, address and events again are the hook that
 * is there, so that whoever never heard our answer can ask again.
 */
export async function subscribeHook(
  actor: Actor,
  input: { keyId: string; targetUrl: string; events: readonly HookEvent[] },
  now: Date,
): Promise<Outcome<Subscribed>> {
  authorize(actor, "connect systems");
  const { keyId, targetUrl } = input;
  const events = HOOK_EVENTS.filter((event) => input.events.includes(event));
  return transaction(async (tx) => {
    // Two of the same at once wait for one another here.
    await lockNames(tx);
    const own = await hooksOf(actor, keyId, {}, tx);
    const known = own.find(
      (one) => one.targetUrl === targetUrl && one.events.join() === events.join(),
    );
    if (known) return { ok: true, value: { ...known, secret: null } };
    if (own.length >= MOST_HOOKS)
      return refused(`This key has ${MOST_HOOKS} hooks. Unsubscribe those that nobody needs.`);
    const secret = newHookSecret();
    const outcome = await addConnection(
      actor,
      {
        system: restHook.id,
        name: await freeName(tx, new URL(targetUrl).hostname.slice(0, 80)),
        settings: { address: targetUrl, events: events.join(" ") },
        secrets: { signingSecret: secret },
        subscribedBy: keyId,
      },
      now,
      tx,
    );
    if (!outcome.ok) return outcome;
    const { id } = outcome.value;
    const value = { id, targetUrl, events, paused: false, createdAt: now, secret };
    return { ok: true, value };
  });
}

/** 'hooks.zapier.com', or with the first number that nobody has. */
async function freeName(tx: Transaction, host: string): Promise<string> {
  const rows = await tx
    .select({ name: connection.name })
    .from(connection)
    .where(isNull(connection.removedAt));
  const taken = new Set(rows.map(({ name }) => name.toLowerCase()));
  if (!taken.has(host.toLowerCase())) return host;
  for (let number = 2; ; number += 1) {
    const name = `${host} ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** A new secret, which is shown once, and until when one before it signs besides. */
type RenewedSecret = { id: string; secret: string; earlierUntil: Date | null };

/**
 * Gives a hook a new secret, while the one before signs besides for some hours; a key only its own.
 * What goes out is signed with both from the next try on. Null where there is no such hook.
 */
export async function renewHookSecret(
  actor: Actor,
  { hookId, keyId, hours }: { hookId: string; keyId?: string; hours: number },
  now: Date,
): Promise<Outcome<RenewedSecret> | null> {
  authorize(actor, "connect systems");
  return transaction(async (tx) => {
    const { id, system, subscribedBy, removedAt } = connection;
    const own = keyId === undefined ? undefined : eq(subscribedBy, keyId);
    const [found] = await tx
      .select({ id, secrets: connection.secrets })
      .from(connection)
      .where(and(eq(id, hookId), eq(system, restHook.id), isNull(removedAt), own))
      .for("update");
    if (!found) return null;
    const secret = newHookSecret();
    // What cannot be opened any more signs nothing: a new secret is all that there is then.
    const made = withNewSecret(secretsIfReadable(found) ?? {}, secret, hours, now);
    if (!made) {
      const reason = `${MOST_SECRETS} secrets sign it already. Wait until the first of them ends, or end all others at once.`;
      return refused(reason);
    }
    const { secrets, earlierUntil } = made;
    await tx
      .update(connection)
      .set({ secrets: sealSecrets(secrets, hookId), updatedAt: now })
      .where(eq(id, hookId));
    await record(tx, actor, [
      {
        at: now,
        verb: "replaced secrets",
        subject: "connection",
        subjectId: hookId,
        after: replacedWords({ signingSecret: secret }, earlierUntil),
      },
    ]);
    return { ok: true, value: { id: hookId, secret, earlierUntil } };
  });
}

/**
 * Ends a key's own hook. True also where it had ended before; false where the key never had a hook
 * with this id, whatever else has it.
 */
export async function unsubscribeHook(
  actor: Actor,
  { keyId, hookId }: { keyId: string; hookId: string },
  now: Date,
): Promise<boolean> {
  authorize(actor, "connect systems");
  return transaction(async (tx) => {
    const { id, system, subscribedBy } = connection;
    const [found] = await tx
      .select({ id })
      .from(connection)
      .where(and(eq(id, hookId), eq(system, restHook.id), eq(subscribedBy, keyId)));
    if (!found) return false;
    await removeConnection(actor, { connectionId: hookId, because: UNSUBSCRIBED }, now, tx);
    return true;
  });
}

/** Ends every hook of a key that is revoked, since nobody could unsubscribe them any more. */
export async function endHooksOfKey(
  tx: Transaction,
  actor: Actor,
  keyId: string,
  now: Date,
): Promise<void> {
  for (const { id } of await hooksOf(actor, keyId, {}, tx))
    await removeConnection(actor, { connectionId: id, because: REVOKED }, now, tx);
}
