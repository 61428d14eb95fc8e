import { checkMap } from "../map/check";
import type { MapEntry } from "../map/entry";
import { answerOf, NoAnswer } from "../no-answer";
import { type Account, asked } from "./account";
import { replyFault } from "./fault";
import { crmFields, fieldsOf, idFaults } from "./fields";

const NOBODY = "00000000-0000-4000-8000-000000000000";

/**
 * The least that can be asked of everything that Baton does there. What is changed is a record that
 * there is not: whoever may not is refused before that is found out.
 */
const PROBES: readonly { path: string; writes?: true; may: string; scope: string }[] = [
  { path: "/api/v2/persons?limit=1", may: "see persons", scope: "contacts:read" },
  { path: "/api/v2/persons/0", writes: true, may: "change persons", scope: "contacts:full" },
  { path: "/api/v1/leads?limit=1", may: "see leads", scope: "leads:read" },
  { path: `/api/v1/leads/${NOBODY}`, writes: true, may: "change leads", scope: "leads:full" },
  { path: "/api/v1/notes?limit=1", may: "see notes", scope: "deals:full" },
  { path: "/api/v2/deals?limit=1", may: "see deals", scope: "deals:read" },
  { path: "/api/v1/users", may: "see users", scope: "users:read" },
];

/** Everything that a company's Pipedrive lacks for Baton to write and read it, one sentence each (K.5). */
export async function lacking(account: Account, entries: readonly MapEntry[]): Promise<string[]> {
  const missing: string[] = [];
  for (const { path: address, writes, may, scope } of PROBES) {
    const [path = "", search = ""] = address.split("?");
    const query = Object.fromEntries(new URLSearchParams(search));
    const question = writes ? { method: "PATCH" as const, body: {} } : { query };
    const { status, ...rest } = await asked(account, path, question);
    if (status === 403) missing.push(`The token may not ${may}: it needs the scope ${scope}.`);
    else if (status >= 400 && !(writes && status < 429 && status !== 401))
      throw new NoAnswer(replyFault({ status, ...rest }));
  }
  const fields = await answerOf(() => fieldsOf(account));
  if ("answer" in fields) {
    if (fields.cause !== "unauthorised") throw new NoAnswer(fields);
    return [...missing, "The token may not see custom fields: it needs the scope admin."];
  }
  const { faults } = checkMap(entries, crmFields(fields, account.idName));
  return [
    ...missing,
    ...idFaults(fields, account.idName),
    ...faults.map(({ to, words }) => `Field map: ${to} ${words}.`),
  ];
}
