import { and, asc, eq, isNull, ne, notExists, sql } from "drizzle-orm";
import { db, wordedOnce } from "@/db/client";
import { absence, apiKey, endedSession, person } from "@/db/schema/person";
import { THIS_MOMENT } from "@/lib/queue/live/queries";
import { readHours } from "@/lib/sla/calendar";
import { keyHash } from "./keys/key";
import type { KeyRow } from "./keys/key-row";
import type { KeyKind } from "./keys/kinds";
import type { KeyHolder } from "./keys/use";
import { authorize } from "./permissions";
import type { Role } from "./roles";
import { provenViewer, systemActor, type Viewer } from "./viewer";

const identity = {
  id: person.id,
  name: person.name,
  email: person.email,
  role: person.role,
  timeZone: person.timeZone,
  locale: person.locale,
  readerSet: sql<boolean>`${person.readerSetAt} is not null`,
};

/** The active person with an address, or null. For sign-in, before there is a viewer. */
export async function personByEmail(email: string) {
  const [found] = await db
    .select({ id: person.id, sessionVersion: person.sessionVersion })
    .from(person)
    .where(and(eq(person.email, email.trim().toLowerCase()), eq(person.active, true)));
  return found ?? null;
}

/** Whether anybody can let others in. Before the first admin nobody can sign in at all. */
export async function hasAdmin(): Promise<boolean> {
  const [found] = await db
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.role, "admin"), eq(person.active, true)))
    .limit(1);
  return found !== undefined;
}

/** The person that a demonstration button signs in: the first active one of a role. */
export async function demonstrationPerson(role: Role) {
  const [found] = await db
    .select(identity)
    .from(person)
    .where(and(eq(person.role, role), eq(person.active, true)))
    .orderBy(asc(person.createdAt), asc(person.email))
    .limit(1);
  return found ?? null;
}

/** What else a request goes by, of the same statement: when the person works, and this moment. */
const AROUND = {
  hours: person.workingHours,
  earlier: person.earlierHours,
  absences: sql<{ from: string; until: string }[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('from', away.starts_at, 'until', away.ends_at)), '[]')
    from ${absence} away where away.person_id = person.id and away.withdrawn_at is null)`,
  ...THIS_MOMENT,
};

/**
 * The viewer behind a session, or null where the person is gone, not active, has ended the sessions
 * of that generation, or has signed out of this one. Reads the row each time, so that a demotion works
 * at once. `sessionId` is left out where nobody signed in.
 */
export async function viewerOf(
  personId: string,
  sessionVersion: number,
  sessionId = "",
): Promise<Viewer | null> {
  const statement = wordedOnce("viewer", () =>
    db
      .select({ ...identity, ...AROUND })
      .from(person)
      .where(
        and(
          eq(person.id, sql.placeholder("person")),
          eq(person.active, true),
          eq(person.sessionVersion, sql.placeholder("version")),
          notExists(
            db
              .select({ id: endedSession.id })
              .from(endedSession)
              .where(eq(endedSession.id, sql.placeholder("session"))),
          ),
        ),
      )
      .prepare("viewer"),
  );
  const [found] = await statement.execute({
    person: personId,
    version: sessionVersion,
    session: sessionId,
  });
  if (!found) return null;
  const { hours, earlier, absences, at, snapshot, ...who } = found;
  const away = absences.map(({ from, until }) => ({
    from: new Date(from),
    until: new Date(until),
  }));
  const calendar = { ...readHours({ timeZone: who.timeZone, hours, earlier }), absences: away };
  return provenViewer({ ...who, calendar, readAt: { at: Number(at), snapshot } });
}

/** The connection that a key stands for, or null where the key is unknown or revoked. */
export async function keyHolder(kind: KeyKind, key: string): Promise<KeyHolder | null> {
  const statement = wordedOnce("key holder", () =>
    db
      .select({ keyId: apiKey.id, name: apiKey.name, scopes: apiKey.scopes })
      .from(apiKey)
      .where(
        and(
          eq(apiKey.hash, sql.placeholder("hash")),
          eq(apiKey.kind, sql.placeholder("kind")),
          isNull(apiKey.revokedAt),
        ),
      )
      .prepare("key_holder"),
  );
  const [found] = await statement.execute({ hash: keyHash(key), kind });
  if (!found) return null;
  const { keyId, name, scopes } = found;
  return { actor: systemActor("connection", name), keyId, scopes };
}

/** Everyone, the active ones first. */
export async function people(viewer: Viewer) {
  authorize(viewer, "manage people");
  return db
    .select({ ...identity, active: person.active, territoryName: person.territoryName })
    .from(person)
    .orderBy(ne(person.active, true), asc(person.name));
}

/** The keys that are not revoked, without their secret, which nobody can read again. */
export async function keys(viewer: Viewer): Promise<KeyRow[]> {
  authorize(viewer, "manage keys");
  const { id, kind, name, scopes, createdAt, lastSuccessAt } = apiKey;
  return db
    .select({ id, kind, name, scopes, createdAt, lastUsedAt: lastSuccessAt })
    .from(apiKey)
    .where(isNull(apiKey.revokedAt))
    .orderBy(asc(apiKey.createdAt));
}
