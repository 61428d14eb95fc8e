import { z } from "zod";
import { shortened } from "@/lib/platform/shown-text";
import type { Going } from "../crm";
import { hasReference, htmlNote } from "../html-note";
import { type Account, pages, saved, told } from "./account";

const NOTES = "/api/v1/notes";
const LONGEST = 20_000;
const note = z.object({ content: z.string().nullish() });

type NoteOn = { lead_id: string } | { deal_id: string };

/** Whether our note is there: notes have no id that we could choose, but each ends in a reference. */
async function isThere(account: Account, on: NoteOn, key: string): Promise<boolean> {
  for await (const some of pages(account, NOTES, { ...on }, note))
    if (some.some(({ content }) => hasReference(content ?? "", key))) return true;
  return false;
}

/** Writes a lead's note onto its record, once: after a try whose end is unknown it is looked for. */
export async function writeNote(account: Account, on: NoteOn, going: Going): Promise<void> {
  const { note: given, again, at } = going;
  if (!given || (again && (await isThere(account, on, given.key)))) return;
  const where = "deal_id" in on ? { deal_id: Number(on.deal_id) } : on;
  const content = htmlNote({ ...given, text: shortened(given.text, LONGEST) });
  const addedAt = at.toISOString().slice(0, 19).replace("T", " ");
  await told(account, NOTES, { body: { content, ...where, add_time: addedAt } }, saved);
}
