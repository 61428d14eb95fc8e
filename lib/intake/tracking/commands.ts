import { createHash, randomUUID } from "node:crypto";
import { type Transaction, transaction } from "@/db/client";
import type { Actor } from "@/lib/access/viewer";
import { countUnread, type Unread } from "@/lib/trail/counts/commands";
import { freshReceipts } from "../activities/kept/commands";
import { type Keeping, keepingAsNew } from "../activities/kept/keeping";
import { receiptKey } from "../activities/kept/receipt";
import { recordVisitsWithin } from "../activities/visits/commands";
import type { Capture } from "../arrivals";
import { captureLeadsWithin } from "../commands";
import { againAfterConflict } from "../conflict";
import { type Identity, identityKey, knownLeads, lockLeads } from "../queries";
import { activityTold } from "./activity-told";
import { capturedLead } from "./captured-lead";
import { linkVisitors } from "./link/commands";
import { type TrackingMessage, visitorOf } from "./message";
import { leadsWithUser } from "./queries";

/** Messages that one transaction takes in, and leads that one statement does. */
const CHUNK = 500;
const LEADS = 200;
/** Segment's limit for a message's id, in characters; a longer one is kept by its hash. */
const LONGEST_ID = 100;

/** A message with the id it is kept by, its visitor, and what it says of the lead. */
type Received = {
  id: string;
  message: TrackingMessage;
  visitor: Identity[];
  lead: Capture["input"] | null;
};

/**
 * Takes in the messages of a tracker, in the order of time: activities go to their lead or wait
 * for it, what is said of a person is captured, and ids that name one person are linked. A
 * message whose id was here before changes nothing. `now` is when they were received.
 */
export async function receiveMessages(
  actor: Actor,
  messages: readonly TrackingMessage[],
  now: Date,
): Promise<void> {
  const received = messages.map((message) => ({
    id: keptId(message.messageId),
    message,
    visitor: visitorOf(message),
    lead: capturedLead(message),
  }));
  for (let from = 0; from < received.length; from += CHUNK) {
    const chunk = received.slice(from, from + CHUNK);
    await keepingAsNew((keeping) =>
      againAfterConflict(() => transaction((tx) => receiveWithin(tx, actor, chunk, now, keeping))),
    );
  }
}

/** Without an id a message is its own; nobody can say whether it is a repeat. */
function keptId(messageId: string | undefined): string {
  if (messageId === undefined) return randomUUID();
  if (messageId.length <= LONGEST_ID) return messageId;
  return createHash("sha256").update(messageId).digest("hex");
}

async function receiveWithin(
  tx: Transaction,
  actor: Actor,
  arrived: readonly Received[],
  now: Date,
  keeping: Keeping,
): Promise<void> {
  const stamp = { now, source: actor.name };
  const known = await lockKnown(tx, actor, arrived);
  const received = await ownNames(tx, actor, arrived, known);
  const visits = received.flatMap(({ id, message, visitor }) => {
    const activity = activityTold(message, id);
    return activity ? [{ activity, visitor }] : [];
  });
  const visiting = new Set(visits.map(({ activity }) => activity.id));
  // Before anyone is captured: a handoff that the capture causes then holds what was just done.
  const strangers = known.size === 0;
  const kept = await recordVisitsWithin(tx, actor, visits, stamp, { keeping, strangers });
  const others = received.filter(({ id }) => !visiting.has(id));
  const fresh = new Set(await freshOnes(tx, others, stamp));
  await countUnread(tx, actor, [...fresh].flatMap(unreadIn));
  // By its `sentAt` of before, a repetition would count as said just now, and undo what is newer.
  const keptIds = new Set(kept.map(({ activity }) => activity.id));
  const said = received.filter((one) => keptIds.has(one.id) || fresh.has(one));
  const addressed = said.filter(({ lead }) => lead?.email);
  const captured = await capture(tx, actor, addressed, onlyUser, now);
  const leadOf = (one: { visitor: Identity[] }) => captured.get(one.visitor);
  // One name that nobody is known by says nothing of anyone, unless a lead was captured just now.
  const telling = ({ visitor }: Received) =>
    visitor.length > 1 || visitor.some((identity) => known.has(identityKey(identity)));
  await linkVisitors(tx, actor, captured.size > 0 ? said : said.filter(telling), leadOf, now);
  const added = await ofKnownLeads(
    tx,
    actor,
    said.filter(({ lead }) => lead && !lead.email),
  );
  await capture(tx, actor, added, (visitor) => visitor, now);
}

/** An event, or a page without an address, that tells of no activity of ours (K.1). */
function unreadIn({ message: { type, event, at } }: Received): Unread[] {
  if (type === "track" && event) return [{ event, at }];
  return type === "page" || type === "screen" ? [{ event: `${type} without an address`, at }] : [];
}

/** Locks the leads that are known already, in one order, so that batches never wait in a circle. */
async function lockKnown(tx: Transaction, actor: Actor, received: readonly Received[]) {
  const emails = received.map(({ lead }) => lead?.email).filter((email) => email !== undefined);
  const visitors = received.flatMap(({ visitor }) => visitor);
  const { byEmail, byIdentity } = await knownLeads(tx, actor, emails, visitors);
  await lockLeads(tx, actor, [...new Set([...byEmail.values(), ...byIdentity.values()])]);
  return byIdentity;
}

/**
 * Two people can share a browser: where it is known for a lead that has a user id, another user
 * id in it is somebody else, who goes by that id alone.
 */
async function ownNames(
  tx: Transaction,
  actor: Actor,
  received: readonly Received[],
  leadOf: ReadonlyMap<string, string>,
): Promise<Received[]> {
  const taken = await leadsWithUser(tx, actor, [...new Set(leadOf.values())]);
  return received.map((one) => {
    const [surest] = one.visitor;
    if (surest?.kind !== "user" || one.message.type === "alias") return one;
    const own = leadOf.get(identityKey(surest));
    const visitor = one.visitor.filter((identity) => {
      const leadId = leadOf.get(identityKey(identity));
      return identity === surest || !leadId || leadId === own || !taken.has(leadId);
    });
    return { ...one, visitor };
  });
}

/** Those of the messages without an activity whose id was not here before. */
async function freshOnes(
  tx: Transaction,
  messages: readonly Received[],
  { now, source }: { now: Date; source: string },
): Promise<Received[]> {
  const receiptOf = ({ id }: Received) => ({ source, id });
  const fresh = await freshReceipts(tx, messages.map(receiptOf), now);
  return messages.filter((one) => fresh.delete(receiptKey(receiptOf(one))));
}

/**
 * Another address in a browser that a lead once used may be another person: only a user id may
 * give a lead a new address.
 */
const onlyUser = (visitor: Identity[]) => visitor.filter(({ kind }) => kind === "user");

/** Captures what was said of people; answers the lead of each, by the message's visitor. */
async function capture(
  tx: Transaction,
  actor: Actor,
  received: readonly Received[],
  matchedBy: (visitor: Identity[]) => Identity[],
  now: Date,
): Promise<Map<Identity[], string>> {
  const captured = new Map<Identity[], string>();
  for (let from = 0; from < received.length; from += LEADS) {
    const part = received.slice(from, from + LEADS);
    const captures = part.map(({ lead, visitor }): Capture => {
      const identities = matchedBy(visitor);
      return { input: lead ?? {}, source: "form", provider: actor.name, identities };
    });
    const results = await captureLeadsWithin(tx, actor, captures, now);
    part.forEach(({ visitor }, index) => {
      const leadId = results[index]?.leadId;
      if (leadId) captured.set(visitor, leadId);
    });
  }
  return captured;
}

/** Traits without an address only add to a lead that is known: an address makes a lead. */
async function ofKnownLeads(tx: Transaction, actor: Actor, received: readonly Received[]) {
  if (received.length === 0) return [];
  const visitors = received.flatMap(({ visitor }) => visitor);
  const { byIdentity } = await knownLeads(tx, actor, [], visitors);
  return received.filter(({ visitor }) => visitor.some((one) => byIdentity.has(identityKey(one))));
}
