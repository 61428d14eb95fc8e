import { z } from "zod";
import { shortened } from "@/lib/platform/shown-text";
import type { Going } from "../crm";
import { hasReference, htmlNote } from "../html-note";
import { type Account, objectsBy, told } from "./account";

/** https://developers.hubspot.com/docs/api-reference/crm-notes-v3/guide */
const LONGEST = 65_536;
/** A note on a contact, among the associations that HubSpot defines. */
const NOTE_TO_CONTACT = { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 202 };
const MOST_PAGES = 40;

const associated = z.object({
  results: z.array(z.object({ toObjectId: z.union([z.string(), z.number()]).transform(String) })),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).optional(),
});

/** Whether a contact has a note with our reference: HubSpot's notes have no id that we could choose. */
async function isThere(account: Account, contactId: string, key: string): Promise<boolean> {
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const path = `/crm/v4/objects/contacts/${contactId}/associations/notes`;
    const query: { [key: string]: string | null } = { limit: "500", after };
    const said: z.infer<typeof associated> = await told(account, path, { query }, associated);
    const ids = said.results.map(({ toObjectId }) => toObjectId);
    const notes = await objectsBy(account, "notes", null, ids, ["hs_note_body"]);
    if (notes.some(({ properties }) => hasReference(properties.hs_note_body ?? "", key)))
      return true;
    after = said.paging?.next?.after ?? null;
    if (after === null) return false;
  }
  return false;
}

/** Writes a lead's note onto its contact, once: after a try whose end is unknown it is looked for. */
export async function writeNote(
  account: Account,
  contactId: string,
  { note, at, again }: Going,
  ownerId: string | undefined,
): Promise<void> {
  if (!note || (again && (await isThere(account, contactId, note.key)))) return;
  const text = { ...note, text: shortened(note.text, LONGEST / 4) };
  const body = {
    properties: {
      hs_timestamp: at.toISOString(),
      hs_note_body: htmlNote(text),
      ...(ownerId ? { hubspot_owner_id: ownerId } : {}),
    },
    associations: [{ to: { id: contactId }, types: [NOTE_TO_CONTACT] }],
  };
  await told(account, "/crm/v3/objects/notes", { body }, z.object({ id: z.string() }));
}
