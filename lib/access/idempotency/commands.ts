import { and, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { idempotentAnswer } from "@/db/schema/person";
import { HOUR } from "@/lib/platform/durations";
import type { SystemActor } from "../viewer";
import { KEPT_HOURS } from "./kept";

/** A request that is to be answered once: whose key, its own key, and a digest of what is asked. */
export type Asked = { keyId: string; key: string; fingerprint: string };
export type KeptAnswer = { status: number; headers: Record<string, string>; body: string };

/** How it stands with a request: ours to answer, answered before, being answered, or another one. */
type Claimed =
  | { state: "ours" | "under way" | "another" }
  | { state: "answered"; answer: KeptAnswer };

const row = idempotentAnswer;
const ofRequest = ({ keyId, key }: Asked) => and(eq(row.keyId, keyId), eq(row.idempotencyKey, key));

/**
 * Takes a request on, unless it was answered before or somebody answers it now. Only within `asOne`: it is
 * ours for as long as that transaction, so that whoever dies over it has let go of it.
 */
export async function claimRequest(_actor: SystemActor, asked: Asked, now: Date): Promise<Claimed> {
  const name = `${asked.keyId} ${asked.key}`;
  const [lock] = await db.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as taken`,
  );
  if (!lock?.taken) return { state: "under way" };
  const since = new Date(now.getTime() - KEPT_HOURS * HOUR);
  const [known] = await db
    .select()
    .from(row)
    .where(and(ofRequest(asked), gt(row.at, since)));
  if (!known) return { state: "ours" };
  const { status, headers, body } = known;
  if (known.fingerprint !== asked.fingerprint) return { state: "another" };
  return { state: "answered", answer: { status, headers, body } };
}

/** Keeps what a request was answered that is ours; one of the same key from too long ago is forgotten. */
export async function keepAnswer(
  _actor: SystemActor,
  { keyId, key: idempotencyKey, fingerprint }: Asked,
  answer: KeptAnswer,
  now: Date,
): Promise<void> {
  const kept = { ...answer, fingerprint, at: now };
  await db
    .insert(row)
    .values({ keyId, idempotencyKey, ...kept })
    .onConflictDoUpdate({ target: [row.keyId, row.idempotencyKey], set: kept });
}

/** Forgets what is older than a day. */
export async function forgetAnswers(_actor: SystemActor, now: Date): Promise<void> {
  const hours = sql`make_interval(hours => ${KEPT_HOURS}::int)`;
  await db.delete(row).where(sql`${row.at} < ${now.toISOString()}::timestamptz - ${hours}`);
}
