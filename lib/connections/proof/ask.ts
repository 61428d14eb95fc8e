import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/viewer";
import type { Failed } from "@/lib/enrichment/http/http";
import type { Answer, Provider } from "@/lib/enrichment/provider";
import type { ChannelSystem } from "@/lib/notices/channels/channel";
import { healthAnswer } from "@/lib/notices/sending/health-answer";
import { connectionsAddress } from "@/lib/platform/address";
import { baseUrl } from "@/lib/platform/env";
import type { Crm } from "../crm/crm";
import type { MapEntry } from "../crm/map/entry";
import type { GivenSettings } from "../given-settings";
import { streamsRead } from "../sources/leave-out";
import type { SourceSystem } from "../sources/source";
import { isChannel, isCrm, isHook, isSender, isSource, type System } from "../systems";
import { TEST_SUBJECT } from "./verdict";

/** Somebody waits for the answer, so a test waits no longer than this, whatever the lookup may take. */
const LIMIT_MS = 10_000;

/** Really asks a provider the test's question, once (K.5). What comes too late is a failure. */
export async function askTest({ lookups: [lookup] }: Provider): Promise<Answer> {
  if (!lookup) return { answer: "skipped", words: "It has nothing that could be asked." };
  const limit = Math.min(lookup.timeLimitMs, LIMIT_MS);
  const signal = AbortSignal.timeout(limit);
  const words = `No answer came within ${limit / 1_000} seconds.`;
  const late = new Promise<Answer>((resolve) => {
    const end = () => resolve({ answer: "failed", cause: "time_limit", words });
    signal.addEventListener("abort", end, { once: true });
  });
  return Promise.race([lookup.ask(TEST_SUBJECT, signal, { fills: {} }), late]);
}

/**
 * Really asks a system under settings and secrets, or has it tell whoever tests that it works. A CRM
 * is asked about the fields of its map, too.
 */
export async function askSystem(
  system: System,
  given: GivenSettings,
  actor: Actor,
  entries: readonly MapEntry[] = [],
): Promise<Answer> {
  if (isCrm(system)) return askCrm(system.open(given), entries);
  if (isHook(system))
    return {
      answer: "skipped",
      words: "It is told of the next event, and its page says how that went.",
    };
  if (isSource(system) && (!isSender(system) || streamsRead(system, given.settings).length > 0))
    return readTest(system, given);
  if (isSender(system))
    return { answer: "skipped", words: "It calls Baton: send a test from there." };
  return isChannel(system) ? tellTest(system, given, actor) : askTest(system.connect(given));
}

/** Asks a CRM for everything that it lacks: each scope and each field is named. */
async function askCrm(crm: Crm, entries: readonly MapEntry[]): Promise<Answer> {
  const lacks = await crm.lacks(entries, AbortSignal.timeout(LIMIT_MS));
  return lackAnswer(lacks, "It has all that Baton needs.");
}

/** Everything that is to be read is really asked for, and what may not be read is named. */
async function readTest(system: SourceSystem, given: GivenSettings): Promise<Answer> {
  const reach = system.reach({ ...given, connectionId: "" });
  const lacks = await reach.lacks(AbortSignal.timeout(LIMIT_MS));
  return lackAnswer(lacks, "All that is to be read can be read.");
}

function lackAnswer(lacks: string[] | Failed, words: string): Answer {
  if (!Array.isArray(lacks)) return lacks;
  if (lacks.length > 0) return { answer: "failed", cause: "refused", words: lacks.join(" ") };
  return { answer: "no_match", words };
}

/** A mail goes to whoever tests; where a machine does, to the sender's own address. */
async function tellTest(
  channel: ChannelSystem,
  given: GivenSettings,
  actor: Actor,
): Promise<Answer> {
  const email = actor.kind === "person" ? actor.email : (given.settings.from ?? "");
  const message = {
    id: randomUUID(),
    to: { name: actor.name, email },
    title: "A test of Baton",
    lines: ["This connection works. People choose under Settings what they are told by it."],
    link: { text: "Open the connections", url: `${baseUrl()}${connectionsAddress()}` },
  };
  return healthAnswer(await channel.open(given).deliver(message, AbortSignal.timeout(LIMIT_MS)));
}
