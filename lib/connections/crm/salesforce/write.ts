import type { SaveResult } from "@jsforce/jsforce-node";
import { shortened } from "@/lib/platform/shown-text";
import type { Going, NotWritten, Written } from "../crm";
import { type Problem, recordFault } from "./fault";
import { type Found, foundLeads, usersBy } from "./found";
import type { Org } from "./org";

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_task.htm */
const LONGEST_SUBJECT = 255;
const LONGEST_DESCRIPTION = 32_000;

/**
 * Whose a lead is was decided by Baton: without this the org's assignment rules give it to another.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_autoassign.htm
 */
const NO_ASSIGNMENT = { allOrNone: false, headers: { "Sforce-Auto-Assign": "FALSE" } };

/** What a lead is in the org after the first half, before its note. */
type Half =
  | {
      object: "Lead" | "Contact";
      recordId: string;
      words: string[];
      ownerEmail?: string;
      closed?: true;
    }
  | { not: NotWritten };

/** One answer for each record: its id, or what is wrong with it. */
function resultOf(result: SaveResult | undefined): { id: string } | { not: NotWritten } {
  if (result?.success && result.id) return { id: result.id };
  const [error] = (result && !result.success ? result.errors : []) as Problem[];
  return { not: recordFault(error ?? { message: "", fields: [] }) };
}

/** So many records go in one call to the collections resource; a batch has fewer. */
async function saved(
  records: readonly { leadId: string; record: { [field: string]: unknown } }[],
  save: (records: { [field: string]: unknown }[]) => Promise<SaveResult[]>,
): Promise<Map<string, ReturnType<typeof resultOf>>> {
  if (records.length === 0) return new Map();
  const results = await save(records.map(({ record }) => record));
  return new Map(records.map(({ leadId }, index) => [leadId, resultOf(results[index])]));
}

/** The owner that a handoff gives a lead to, or why it stays as it is. */
function ownerOf({ ownerEmail }: Going, users: ReadonlyMap<string, string>) {
  if (ownerEmail === null) return { fields: {}, words: [] };
  const OwnerId = users.get(ownerEmail.toLowerCase());
  if (OwnerId) return { fields: { OwnerId }, words: [] };
  return {
    fields: {},
    words: ["No active user there has the rep’s address, so its owner stayed."],
  };
}

/**
 * Writes leads and their notes, each by an external id, in at most five calls for all. What is
 * written a second time is written over. A converted lead cannot be changed: its note goes to the
 * contact that it became. Throws NoAnswer where a call has none.
 */
export async function writeLeads(
  org: Org,
  idField: string,
  going: readonly Going[],
): Promise<Written[]> {
  // Several rows of one lead never come together, so that no record is in a call twice.
  const found = await foundLeads(org, idField, going);
  const users = await usersBy(org, [
    ...new Set(going.flatMap(({ ownerEmail }) => (ownerEmail ? [ownerEmail] : []))),
  ]);
  const halves = await leadHalves(org, idField, going, found, users);
  return noteHalves(org, idField, going, halves, users);
}

async function leadHalves(
  org: Org,
  idField: string,
  going: readonly Going[],
  found: ReadonlyMap<string, Found>,
  users: ReadonlyMap<string, string>,
): Promise<Map<string, Half>> {
  const known = going.filter(({ leadId }) => found.has(leadId) && !found.get(leadId)?.isConverted);
  const fresh = going.filter(({ leadId }) => !found.has(leadId));
  const changed = await saved(
    known.map((one) => ({
      leadId: one.leadId,
      record: {
        Id: found.get(one.leadId)?.recordId,
        ...one.values,
        ...ownerOf(one, users).fields,
        [idField]: one.leadId,
      },
    })),
    (records) => org.update("Lead", records as { Id: string }[], NO_ASSIGNMENT),
  );
  const made = await saved(
    fresh.map((one) => ({
      leadId: one.leadId,
      record: {
        LastName: shortened(one.lastName, 79),
        Company: shortened(one.company, 254),
        ...one.values,
        ...ownerOf(one, users).fields,
        [idField]: one.leadId,
      },
    })),
    (records) => org.upsert("Lead", records, idField, NO_ASSIGNMENT) as Promise<SaveResult[]>,
  );
  return new Map(
    going.map((one): [string, Half] => {
      const was = found.get(one.leadId);
      if (was?.isConverted) return [one.leadId, convertedHalf(was)];
      const result = changed.get(one.leadId) ?? made.get(one.leadId) ?? resultOf(undefined);
      if ("not" in result) return [one.leadId, result];
      const words = [
        ...ownerOf(one, users).words,
        ...(was?.many
          ? ["Several leads there have this address; the latest changed was taken."]
          : []),
      ];
      const half = { object: "Lead" as const, recordId: result.id, words };
      const { ownerEmail } = one;
      const owned = ownerEmail !== null && users.has(ownerEmail.toLowerCase());
      return [one.leadId, owned ? { ...half, ownerEmail } : half];
    }),
  );
}

function convertedHalf({ convertedTo, recordId }: Found): Half {
  const words = ["The lead was converted there, so only the note went out, to its contact."];
  if (convertedTo) return { object: "Contact", recordId: convertedTo, words };
  const nothing = ["The lead was converted there, so nothing was changed."];
  return { object: "Lead", recordId, words: nothing, closed: true };
}

async function noteHalves(
  org: Org,
  idField: string,
  going: readonly Going[],
  halves: ReadonlyMap<string, Half>,
  users: ReadonlyMap<string, string>,
): Promise<Written[]> {
  const notes = going.flatMap(({ leadId, note, ownerEmail }) => {
    const half = halves.get(leadId);
    if (!note || !half || "not" in half || half.closed) return [];
    const OwnerId = users.get(ownerEmail?.toLowerCase() ?? "");
    const record = {
      [idField]: note.key,
      WhoId: half.recordId,
      Subject: shortened(note.title, LONGEST_SUBJECT - 1),
      Description: shortened(note.text, LONGEST_DESCRIPTION - 1),
      Status: "Completed",
      ...(OwnerId ? { OwnerId } : {}),
    };
    return [{ leadId, record }];
  });
  const results = await saved(
    notes,
    (records) =>
      org.upsert("Task", records, idField, { allOrNone: false }) as Promise<SaveResult[]>,
  );
  return going.map(({ id, leadId }): Written => {
    const half = halves.get(leadId);
    if (!half) throw new Error("A lead was left out.");
    if ("not" in half) return { id, not: half.not };
    const noted = results.get(leadId);
    if (noted && "not" in noted) return { id, not: noted.not };
    const { words, closed: _, ...record } = half;
    return { id, ...record, ...(words.length > 0 ? { words: words.join(" ") } : {}) };
  });
}
