import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { apiKey, endedSession, person } from "@/db/schema/person";
import { endHooksOfKey } from "@/lib/connections/rest-hooks/commands";
import { openLeadsOf } from "@/lib/gate/leavers/queries";
import { DAY } from "@/lib/platform/durations";
import { record } from "@/lib/platform/history";
import { keysOf } from "@/lib/platform/keys-of";
import { takeRoutingTurn } from "@/lib/routing/commands";
import { keyHash, newKey } from "./keys/key";
import { KEY_KINDS, type KeyKind } from "./keys/kinds";
import type { KeyScopes } from "./keys/scopes";
import { done, type Outcome, refused } from "./outcome";
import { authorize } from "./permissions";
import type { Role } from "./roles";
import type { Actor, SystemActor, Viewer } from "./viewer";

/**
 * Makes the first keys of what the environment names, each called after what it opens, as history shows
 * its actor. Safe at every start: a key that is there already stays as it is, a revoked one stays revoked.
 */
export async function createFirstKeys(
  actor: SystemActor,
  given: Partial<Record<KeyKind, string | undefined>>,
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    for (const kind of keysOf(KEY_KINDS)) {
      const key = given[kind];
      if (key) await storeKey(tx, actor, { kind, name: KEY_KINDS[kind], key }, now);
    }
  });
}

/** What a key is made for: `scopes` of an API key, null or left out for everything. */
type NewKey = { kind: KeyKind; name: string; scopes?: KeyScopes };

async function storeKey(
  tx: Transaction,
  actor: Actor,
  { kind, name, key, scopes = null }: NewKey & { key: string },
  now: Date,
): Promise<void> {
  const [row] = await tx
    .insert(apiKey)
    .values({
      kind,
      name,
      hash: keyHash(key),
      createdBy: actor.id,
      createdAt: now,
      scopes: scopes && [...scopes],
    })
    .onConflictDoNothing()
    .returning({ id: apiKey.id });
  if (!row) return;
  const after = { kind, name, ...(scopes ? { scopes: [...scopes] } : {}) };
  await record(tx, actor, [{ at: now, verb: "created", subject: "key", subjectId: row.id, after }]);
}

/** Makes a key and answers its secret, which is shown this once and kept nowhere. */
export async function createKey(
  viewer: Viewer,
  input: NewKey,
  now: Date,
): Promise<Outcome<{ key: string }>> {
  authorize(viewer, "manage keys");
  const { kind, name, scopes = null } = input;
  if (kind === "api" && scopes?.length === 0)
    return refused("Choose at least one thing that it may do.", "scopes");
  return transaction(async (tx) => {
    // The name says in history and on repeats who sent something, so no two keys share one.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('baton key names'))`);
    const [taken] = await tx
      .select({ id: apiKey.id })
      .from(apiKey)
      .where(and(eq(apiKey.name, name), isNull(apiKey.revokedAt)));
    if (taken)
      return refused("Another key has this name. Choose one that tells them apart.", "name");
    const key = newKey(kind);
    await storeKey(tx, viewer, { kind, name, key, scopes: kind === "api" ? scopes : null }, now);
    return { ok: true, value: { key } };
  });
}

/** Revokes a key: the next request with it is refused, and its hooks are told nothing more. */
export async function revokeKey(
  viewer: Viewer,
  input: { keyId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "manage keys");
  return transaction(async (tx) => {
    const [row] = await tx
      .update(apiKey)
      .set({ revokedAt: now })
      .where(and(eq(apiKey.id, input.keyId), isNull(apiKey.revokedAt)))
      .returning();
    if (!row) return refused("This key was revoked already.");
    if (row.kind === "api") await endHooksOfKey(tx, viewer, row.id, now);
    const before = { kind: row.kind, name: row.name };
    await record(tx, viewer, [
      { at: now, verb: "revoked", subject: "key", subjectId: row.id, before },
    ]);
    return done;
  });
}

/** How long a cookie lets its person in, in milliseconds: next-auth's own measure, and ours. */
export const SESSION_LASTS = 30 * DAY;

/** Ends one session of the viewer's own; no cookie of it is left when this is forgotten. */
export async function endSession(viewer: Viewer, id: string, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const over = new Date(now.getTime() - SESSION_LASTS);
    await tx.delete(endedSession).where(lt(endedSession.endedAt, over));
    const ended = { id, personId: viewer.id, endedAt: now };
    await tx.insert(endedSession).values(ended).onConflictDoNothing();
  });
}

const NO_PERSON = "There is no such person.";

/** Ends every session of a person: their next request is signed out. */
export async function endSessions(
  viewer: Viewer,
  input: { personId: string },
  now: Date,
): Promise<Outcome> {
  if (input.personId !== viewer.id) authorize(viewer, "manage people");
  return transaction(async (tx) => {
    const [row] = await tx
      .update(person)
      .set({ sessionVersion: sql`${person.sessionVersion} + 1` })
      .where(eq(person.id, input.personId))
      .returning({ id: person.id });
    if (!row) return refused(NO_PERSON);
    await record(tx, viewer, [
      { at: now, verb: "ended sessions", subject: "person", subjectId: row.id },
    ]);
    return done;
  });
}

/**
 * Gives a person another role, or takes or gives back their access. It works from their next
 * request on. The last active admin stays one, so that somebody can always undo this. Answers
 * how many open leads wait to be moved, where the person can work on them no more.
 */
export async function setPerson(
  viewer: Viewer,
  input: { personId: string; role: Role; active: boolean },
  now: Date,
): Promise<Outcome<{ openLeads: number }>> {
  authorize(viewer, "manage people");
  const { personId, role, active } = input;
  return transaction(async (tx) => {
    await takeRoutingTurn(tx);
    const admins = await lockedAdmins(tx, personId);
    const [row] = await tx
      .select()
      .from(person)
      .where(eq(person.id, personId))
      // Less than an update takes: who routes may wait for the turn with a row that refers to them.
      .for("no key update");
    if (!row) return refused(NO_PERSON);
    const steps = row.role === "admin" && row.active && (role !== "admin" || !active);
    if (steps && admins === 0) {
      return refused("This is the last admin. Make somebody else an admin first.", "role");
    }
    const stays = { ok: true, value: { openLeads: 0 } } as const;
    if (row.role === role && row.active === active) return stays;
    // With the access go the sessions, so that a lost computer is not let in again with it.
    const ends = row.active && !active ? 1 : 0;
    await tx
      .update(person)
      .set({ role, active, sessionVersion: sql`${person.sessionVersion} + ${ends}` })
      .where(eq(person.id, personId));
    const before = { role: row.role, active: row.active };
    const after = { role, active };
    await record(tx, viewer, [
      { at: now, verb: "changed", subject: "person", subjectId: personId, before, after },
    ]);
    if (active && role === "rep") return stays;
    const openLeads = (await openLeadsOf(tx, viewer, personId)).length;
    return { ok: true, value: { openLeads } };
  });
}

/** How many other active admins there are, held until commit so that two cannot step down at once. */
async function lockedAdmins(tx: Transaction, besides: string): Promise<number> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.role, "admin"), eq(person.active, true)))
    .orderBy(person.id)
    .for("no key update");
  return rows.filter(({ id }) => id !== besides).length;
}
