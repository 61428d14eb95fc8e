import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { idempotentAnswer } from "@/db/schema/person";
import type { SystemActor } from "../viewer";
import { KEPT_HOURS } from "./kept";

/** A request that is to be answered once: whose key, its own key, and a digest of what is asked. */
export type Asked = { keyId: string; key: string; fingerprint: string };
export type KeptAnswer = { status: number; headers: Record<string, string>; body: string };

/** How it stands with a request: ours to answer, answered before, being answered, or another one. */
export type Claimed =
  | { state: "ours"; since: Date }
  | { state: "under way" | "another" }
  | { state: "answered"; answer: KeptAnswer };

/** After so long who began to answer is taken for dead. */
const DEAD_AFTER_SECONDS = 120;

const row = idempotentAnswer;
const ofRequest = ({ keyId, key }: Asked) => and(eq(row.keyId, keyId), eq(row.idempotencyKey, key));

/** Takes a request on, unless it was taken on before. One statement settles who of two does. */
export async function claimRequest(_actor: SystemActor, asked: Asked, now: Date): Promise<Claimed> {
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const { keyId, key: idempotencyKey, fingerprint } = asked;
  const [claimed] = await db
    .insert(row)
    .values({ keyId, idempotencyKey, fingerprint, at: now })
    .onConflictDoUpdate({
      target: [row.keyId, row.idempotencyKey],
      set: { fingerprint, at: now, status: null, headers: null, body: null },
      setWhere: or(
        lt(row.at, before(KEPT_HOURS * 3_600)),
        and(
          isNull(row.status),
          lt(row.at, before(DEAD_AFTER_SECONDS)),
          eq(row.fingerprint, fingerprint),
        ),
      ),
    })
    .returning({ at: row.at });
  if (claimed) return { state: "ours", since: claimed.at };
  const [known] = await db.select().from(row).where(ofRequest(asked));
  if (!known) return { state: "under way" };
  if (known.fingerprint !== fingerprint) return { state: "another" };
  const { status, headers, body } = known;
  if (status === null) return { state: "under way" };
  return { state: "answered", answer: { status, headers: headers ?? {}, body: body ?? "" } };
}

/** A request is ours from when we took it on until somebody else does, who takes us for dead. */
const ours = (asked: Asked, since: Date) =>
  and(ofRequest(asked), eq(row.at, since), isNull(row.status));

/** Keeps what a request was answered that was taken on at `since`; false where it is not ours any more. */
export async function keepAnswer(
  _actor: SystemActor,
  asked: Asked,
  since: Date,
  answer: KeptAnswer,
): Promise<boolean> {
  const kept = await db.update(row).set(answer).where(ours(asked, since)).returning({ at: row.at });
  return kept.length > 0;
}

/** Gives a request up that could not be answered, so that it can be tried again. */
export async function giveUpRequest(_actor: SystemActor, asked: Asked, since: Date): Promise<void> {
  await db.delete(row).where(ours(asked, since));
}

/** Forgets what is older than a day. */
export async function forgetAnswers(_actor: SystemActor, now: Date): Promise<void> {
  const hours = sql`make_interval(hours => ${KEPT_HOURS}::int)`;
  await db.delete(row).where(sql`${row.at} < ${now.toISOString()}::timestamptz - ${hours}`);
}
