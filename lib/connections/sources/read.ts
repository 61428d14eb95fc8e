import { isOutage } from "@/db/outage";
import type { SystemActor } from "@/lib/access/viewer";
import { noteHealth } from "@/lib/enrichment/health/commands";
import { restingUntil } from "@/lib/enrichment/health/resting";
import { type Failed, failed } from "@/lib/enrichment/http/http";
import type { Clock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import type { Json } from "@/lib/standard/field";
import { writtenTo } from "../crm/reading/queries";
import { secretsIfReadable } from "../secrets";
import { type Claimed, claimStream, handOn, leaveAlone, noteUnread } from "./commands";
import { readChanged } from "./read-changed";
import { isPage, type SourcePage, type SourceReach, type SourceSystem } from "./source";
import { sourceOf } from "./sources";
import { takePage } from "./taking/commands";

/** The longest that one question may take. */
const LIMIT_MS = 30_000;
/** Questions of one job; what is left goes on in the next. */
const PAGES_MOST = 20;

type Circumstances = { clock: Clock; random: () => number };

/**
 * Reads what is due of a connection, page by page, until nothing is, somebody else does, or the job's
 * time is up. Whatever the other side does wrong is noted on the stream and tried again by itself.
 */
export async function readConnection(
  actor: SystemActor,
  connectionId: string,
  { clock, random }: Circumstances,
  signal: AbortSignal,
): Promise<void> {
  let told = false;
  for (let page = 0; page < PAGES_MOST; page += 1) {
    if (signal.aborted) return;
    const claimed = await claimStream(actor, connectionId, clock());
    if (!claimed) return;
    const went = await readPage(actor, claimed, { clock, random }, signal);
    if (went && !told) {
      await noteHealth(actor, connectionId, { answer: "no_match", words: "Was read." }, clock());
      told = true;
    }
  }
  await handOn(actor, connectionId);
}

/** True where a page was read; what it brought may have been there already. */
async function readPage(
  actor: SystemActor,
  claimed: Claimed,
  { clock, random }: Circumstances,
  signal: AbortSignal,
): Promise<boolean> {
  const { id, system: systemId } = claimed.connection;
  const resting = await restingUntil(actor, id, clock(), LIMIT_MS);
  if (resting) {
    await leaveAlone(actor, claimed, resting);
    return false;
  }
  const system = sourceOf(systemId);
  const reach = system && opened(system, claimed);
  if (!system || !reach) {
    await noteUnread(actor, claimed, LOCKED, clock(), random());
    return false;
  }
  const answer = await answered(actor, { system, reach, claimed }, clock, signal);
  if (isPage(answer)) return true;
  // The job's time is up, as when the server stops: that says nothing of the other side.
  if (signal.aborted) {
    await leaveAlone(actor, claimed, clock());
    return false;
  }
  // A question that is refused, such as for a scope, says nothing of the others.
  if (answer.cause !== "refused" && !OURS.includes(answer))
    await noteHealth(actor, id, answer, clock());
  await noteUnread(actor, claimed, answer, clock(), random());
  return false;
}

type Asking = { system: SourceSystem; reach: SourceReach; claimed: Claimed };

/**
 * The answer to a claim's question, taken in where it is a page. What cannot be taken in fails like a
 * page that never came, so that its stream rests and the others go on.
 */
async function answered(
  actor: SystemActor,
  { system, reach, claimed }: Asking,
  clock: Clock,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const { stream, position, changes } = claimed;
  const { crm } = system;
  const ours = async (ids: readonly string[]) =>
    crm ? writtenTo(actor, crm, ids) : new Map<string, never>();
  const question = { stream, position, changed: changes.map((one) => one.id), now: clock(), ours };
  const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  try {
    const answer = changes.length
      ? await readChanged(reach, question, limited)
      : await reach.read(question, limited);
    if (isPage(answer)) await takePage(actor, system, claimed, answer, clock());
    return answer;
  } catch (err) {
    const { id: connectionId } = claimed.connection;
    log().error({ err, connectionId, stream }, "A page of another system could not be taken in");
    return isOutage(err) ? NO_DATABASE : NOT_TAKEN;
  }
}

/** Where the database is gone for good, noting this fails as well, and so does the job. */
const NO_DATABASE = failed("broken", "Baton’s database did not answer in time.");
const NOT_TAKEN = failed(
  "broken",
  "Sent what Baton could not take in. This was noted as Baton’s fault.",
);
/** These say nothing of the other side. */
const OURS: readonly Failed[] = [NO_DATABASE, NOT_TAKEN];

const LOCKED: Failed = {
  ...failed(
    "unauthorised",
    "Its secret cannot be read any more, as BATON_SECRET was changed. Replace the secret.",
  ),
  retryAfterSeconds: 3_600,
};

function opened(system: SourceSystem, { connection }: Claimed): SourceReach | null {
  const secrets = secretsIfReadable(connection);
  const settings = connection.settings as { [key: string]: Json };
  return secrets && system.reach({ settings, secrets, connectionId: connection.id });
}
