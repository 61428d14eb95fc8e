import { isOutage } from "@/db/outage";
import { jsonOf, readRaw } from "@/lib/access/requests/json-body";
import { type ProblemStatus, problem } from "@/lib/access/requests/problem";
import { systemActor } from "@/lib/access/viewer";
import { webhookAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { baseUrl } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { noteRefusal } from "../refusals/noting";
import { secretsIfReadable } from "../secrets";
import { keepEvents } from "./commands";
import { proofOf } from "./proof";
import { senderConnection } from "./queries";
import { senderOf } from "./senders";

/** The largest body, in bytes: ten contacts of Mautic with all their fields have a tenth of it. */
const BODY_LIMIT = 2 * 1024 * 1024;

/**
 * Answers a call of a system that sends: proven by the connection's secret on the raw bytes, kept,
 * and only then acknowledged (202). A repetition is acknowledged and not kept again. Whoever cannot
 * prove themselves learns no more than that; a database that does not answer is a 503, to be tried
 * again.
 */
export async function receiveWebhook(
  request: Request,
  systemId: string,
  connectionId: string,
): Promise<Response> {
  try {
    return await received(request, systemId, connectionId);
  } catch (error) {
    const outage = isOutage(error);
    if (outage) log().warn({ err: error }, "The database did not answer a webhook");
    else log().error({ err: error, connectionId }, "A webhook failed");
    const again = { headers: { "Retry-After": "5" } };
    return outage
      ? problem(503, "The database does not answer. Nothing was kept: send it again.", again)
      : problem(500, "This is our fault, and it was noted. Send it again later.", again);
  }
}

async function received(
  request: Request,
  systemId: string,
  connectionId: string,
): Promise<Response> {
  const now = systemClock();
  const system = senderOf(systemId);
  const connected = system && (await senderConnection(system.id, connectionId));
  if (!connected) return problem(404, "There is no such connection.");
  const actor = systemActor("connection", connected.name);
  /** Refuses in the words for the caller; `counted` are those for us, of which there are few. */
  const refuse = async (status: ProblemStatus, reason: string, counted = reason) => {
    await noteRefusal(actor, { connectionId: connected.id, reason: counted }, now);
    return problem(status, reason);
  };
  const read = await readRaw(request, BODY_LIMIT);
  if (!read.ok) return refuse(read.status, read.reason, "The body is too large or compressed.");
  const secrets = secretsIfReadable(connected);
  if (!secrets) return refuse(503, "The secret of this connection cannot be read. Replace it.");
  const address = `${baseUrl()}${webhookAddress(system.id, connected.id)}`;
  const call = { headers: request.headers, body: read.body, address };
  const proof = proofOf(system, call, secrets, now);
  if (!proof.ok) return refuse(proof.status, proof.reason);
  const json = jsonOf(read.body);
  if (!json.ok) return refuse(json.status, json.reason, "The body is no JSON.");
  const events = system.events
    ? system.events(json.value)
    : [{ key: proof.key, body: Buffer.from(read.body).toString("utf8") }];
  if (!events) return refuse(400, "This is no list of events.");
  const { fresh } = await keepEvents(actor, { connectionId: connected.id, events }, now);
  return Response.json({ received: true, repeated: fresh === 0 }, { status: 202 });
}
