import { isFailed } from "@/lib/enrichment/http/http";
import type { Question } from "../../sources/hubspot/ask";
import { checkMap } from "../map/check";
import type { MapEntry } from "../map/entry";
import { answerOf, NoAnswer } from "../no-answer";
import { type Account, asked } from "./account";
import { notWritten } from "./fault";
import { crmFields, idFault, properties } from "./fields";

/** A batch of nothing changes nothing, but is refused to whoever may not write. */
const NOTHING = { body: { inputs: [] } };

/** The least that can be asked of everything that Baton does there. */
const PROBES: readonly { path: string; question: Question; so: string }[] = [
  {
    path: "/crm/v3/objects/contacts/search",
    question: { body: { limit: 1 } },
    so: "contacts cannot be found",
  },
  {
    path: "/crm/v3/objects/contacts/batch/update",
    question: NOTHING,
    so: "contacts cannot be written",
  },
  {
    path: "/crm/v3/objects/notes/batch/update",
    question: NOTHING,
    so: "notes cannot be written",
  },
  { path: "/crm/v3/owners", question: { query: { limit: "1" } }, so: "owners are not known" },
  {
    path: "/crm/v3/objects/companies/search",
    question: { body: { limit: 1 } },
    so: "the CRM match is not known",
  },
  {
    path: "/crm/v3/objects/deals/search",
    question: { body: { limit: 1 } },
    so: "what becomes of leads is not known",
  },
];

const needs = (scopes: readonly string[], so: string) =>
  `The scope ${scopes.join(" or ")} is missing, so ${so}.`;

/** Everything that an account lacks for Baton to write and read it, one sentence each (K.5). */
export async function lacking(account: Account, entries: readonly MapEntry[]): Promise<string[]> {
  const missing: string[] = [];
  for (const { path, question, so } of PROBES) {
    const reply = await asked(account, path, question);
    if (!isFailed(reply)) continue;
    if (reply.scopes) missing.push(needs(reply.scopes, so));
    // Whoever may not is told so before anything else; a batch of nothing may well be no batch.
    else if (reply.status !== 400) throw new NoAnswer(notWritten(reply));
  }
  return [...missing, ...(await lackingProperties(account, entries))];
}

async function lackingProperties(account: Account, entries: readonly MapEntry[]) {
  const all = await answerOf(() => properties(account));
  if (!Array.isArray(all)) {
    if (all.cause !== "unauthorised") throw new NoAnswer(all);
    return [`${all.words.replace(/\.$/, "")}, so its properties are not known.`];
  }
  const fault = idFault(all, account.idField);
  const { faults } = checkMap(entries, crmFields(all, account.idField));
  return [
    ...(fault ? [fault] : []),
    ...faults.map(({ to, words }) => `Field map: ${to} ${words}.`),
  ];
}
