import { failed } from "@/lib/enrichment/http/http";
import { isPlaceholder } from "@/lib/standard/values/placeholder";
import type { Going, NotWritten, Written } from "../crm";
import { answerOf, NoAnswer } from "../no-answer";
import { oneByOne } from "../one-by-one";
import type { Account } from "./account";
import { type Field, type Fields, fieldsOf, idFaults, idFieldOf } from "./fields";
import { dealOfLead, leadThere, writeLead } from "./leads";
import { organisationsNamed } from "./match";
import { writeNote } from "./notes";
import { writePerson } from "./persons";
import { activeUsers, type User, userWith } from "./users";

type By = { account: Account; fields: Fields; ids: { person: Field; lead: Field }; users: User[] };
type Came = Omit<Extract<Written, { object: string }>, "id">;

/** Writes leads as persons with a lead and a note. Throws NoAnswer where nothing can be asked at all. */
export async function writeLeads(account: Account, going: readonly Going[]): Promise<Written[]> {
  const fields = await fieldsOf(account);
  const [person, lead] = [
    idFieldOf(fields.person, account.idName),
    idFieldOf(fields.lead, account.idName),
  ];
  if (!person || !lead)
    throw new NoAnswer(failed("refused", idFaults(fields, account.idName).join(" ")));
  const users = await activeUsers(account);
  const by = { account, fields, ids: { person, lead }, users };
  const written = await oneByOne(going, (one) => writeOne(by, one));
  return written.map((one) => ("not" in one ? { ...one, not: named(one.not, fields) } : one));
}

/** Pipedrive blames a field by its key; people know it by its name. */
function named(not: NotWritten, { person, lead }: Fields): NotWritten {
  const found = [...lead, ...person].find(({ key }) => key === not.field);
  return found ? { ...not, words: not.words.replace(found.key, `‘${found.name}’`) } : not;
}

async function writeOne({ account, fields, ids, users }: By, going: Going): Promise<Came> {
  const there = await leadThere(going, account);
  const dealId = going.recordId !== null && !there && (await dealOfLead(account, going.leadId));
  if (dealId) return noteOnDeal(account, dealId, going);
  const ownerId = userWith(users, going.ownerEmail)?.id;
  const common = { fields, ownerId, organisation: await organisationOf(account, going) };
  const { personId, ofAnother } = await writePerson(account, going, {
    ...common,
    id: ids.person,
    ofLead: there?.person_id ?? null,
  });
  const recordId = await writeLead(account, going, personId, { ...common, id: ids.lead, there });
  await writeNote(account, { lead_id: recordId }, going);
  const words = [
    ...(ofAnother ? ["Another lead of Baton’s has this person, which stayed as it is."] : []),
    ...(going.ownerEmail !== null && ownerId === undefined
      ? ["No active user there has the rep’s address, so its owner stayed."]
      : []),
  ];
  return {
    object: "lead",
    recordId,
    ...(going.ownerEmail !== null && ownerId !== undefined ? { ownerEmail: going.ownerEmail } : {}),
    ...(words.length > 0 ? { words: words.join(" ") } : {}),
  };
}

/**
 * The organisation of a lead that is new there: the only one with its company's name. Which of several it
 * is, people know, and what stands for no company is none. A lead is worth more than its organisation, so
 * it goes out where that is not told.
 */
async function organisationOf(account: Account, { recordId, company }: Going) {
  if (recordId !== null || isPlaceholder(company)) return undefined;
  const named = await answerOf(() => organisationsNamed(account, company));
  return Array.isArray(named) && named.length === 1 ? named[0] : undefined;
}

/** What became a deal is its people's: only the note goes out. */
async function noteOnDeal(account: Account, dealId: string, going: Going): Promise<Came> {
  await writeNote(account, { deal_id: dealId }, going);
  const words = "The lead became a deal there, so only the note went out.";
  return { object: "deal", recordId: dealId, words };
}
