import { z } from "zod";
import { isFailed } from "@/lib/enrichment/http/http";
import type { Going, Written } from "../crm";
import { oneByOne } from "../one-by-one";
import { type Account, asked, inShape, noAnswer, told } from "./account";
import { asText } from "./fields";
import { type Found, foundBeside, foundContacts } from "./found";
import { writeNote } from "./notes";
import { ownersBy } from "./owners";

const CONTACTS = "/crm/v3/objects/contacts";
type Properties = { [name: string]: string };
const savedContact = z.object({ id: z.string() });

/**
 * Writes leads as contacts, each under our id, with their notes. What people wrote into other
 * properties stays. Throws NoAnswer where nothing can be asked at all.
 */
export async function writeContacts(account: Account, going: readonly Going[]): Promise<Written[]> {
  const found = await foundContacts(account, going);
  const owners = await ownersBy(
    account,
    going.flatMap(({ ownerEmail }) => (ownerEmail ? [ownerEmail] : [])),
  );
  // A contact has several addresses, so it may have been found for several leads of one batch.
  const taken = new Set<string>();
  return oneByOne(going, (one) => {
    const ownerId = owners.get(one.ownerEmail?.toLowerCase() ?? "");
    const there = found.get(one.leadId);
    const isTaken = there !== undefined && taken.has(there.recordId);
    const known = isTaken ? { ...there, ofAnother: true } : there;
    return writeContact(account, one, known, ownerId, (recordId) => taken.add(recordId));
  });
}

async function writeContact(
  account: Account,
  one: Going,
  found: Found | undefined,
  ownerId: string | undefined,
  saved: (recordId: string) => void,
): Promise<Omit<Extract<Written, { object: string }>, "id">> {
  if (found?.ofAnother) {
    await writeNote(account, found.recordId, one, ownerId);
    const words = "Another lead of Baton’s has this contact, so only the note went out.";
    return { object: "contact", recordId: found.recordId, words };
  }
  const values = asText(one.values);
  const properties = {
    ...values,
    ...(ownerId ? { hubspot_owner_id: ownerId } : {}),
    [account.idField]: one.leadId,
  };
  const recordId = await (found
    ? changeContact(account, found, properties)
    : makeContact(account, one, properties));
  if (typeof recordId !== "string") return writeContact(account, one, recordId, ownerId, saved);
  saved(recordId);
  await writeNote(account, recordId, one, ownerId);
  const stays = one.ownerEmail !== null && !ownerId;
  return {
    object: "contact",
    recordId,
    values,
    ...(one.ownerEmail !== null && ownerId ? { ownerEmail: one.ownerEmail } : {}),
    ...(stays ? { words: "No owner there has the rep’s address, so its owner stayed." } : {}),
  };
}

/** A contact that is known keeps its address, which may be another's by now. */
async function changeContact(
  account: Account,
  { recordId }: Found,
  { email: _, ...properties }: Properties,
): Promise<string> {
  const question = { method: "PATCH", body: { properties } } as const;
  return (await told(account, `${CONTACTS}/${recordId}`, question, savedContact)).id;
}

/**
 * Makes a contact and answers its number. HubSpot may know the address, as one of several that a contact
 * has, or somebody made it a moment ago: it refuses, and the contact is looked up.
 */
async function makeContact(
  account: Account,
  one: Going,
  { email: mapped, ...rest }: Properties,
): Promise<string | Found> {
  const address = one.email ?? mapped;
  const properties = address ? { ...rest, email: address } : rest;
  const reply = await asked(account, CONTACTS, { body: { properties } });
  if (!isFailed(reply)) return inShape(reply, savedContact).id;
  const lead = { ...one, email: address ?? null };
  const there = reply.status === 409 && (await foundBeside(account, lead, reply.existing));
  if (!there) throw noAnswer(reply);
  return there;
}
