import { checkMap } from "../map/check";
import type { MapEntry } from "../map/entry";
import { NoAnswer } from "../no-answer";
import { accessFault, crmField, idFault } from "./fields";
import type { Org } from "./org";

/** What is only read, and what is missing without it. */
const READ = {
  Account: "the CRM match",
  Contact: "the CRM match",
  Opportunity: "the CRM match, and what becomes of leads",
  User: "whose lead it is",
} as const;

/** An object's description; null where the user cannot see the object at all. */
async function described(org: Org, name: string) {
  try {
    return await org.describe(name);
  } catch (error) {
    if (error instanceof NoAnswer && error.failure.cause === "refused") return null;
    throw error;
  }
}

/** What of the two objects that Baton writes, and of the map, is not as it must be; one sentence each. */
export async function lackingToWrite(
  org: Org,
  idField: string,
  entries: readonly MapEntry[],
): Promise<string[]> {
  const missing: string[] = [];
  for (const name of ["Lead", "Task"] as const) {
    const object = await described(org, name);
    if (!object) {
      missing.push(`The user may not see ${name}: allow it in its permission set.`);
      continue;
    }
    const faults = [accessFault(object), idFault(object, idField)];
    missing.push(...faults.filter((fault) => fault !== null));
    if (name === "Lead")
      missing.push(
        ...checkMap(entries, object.fields.map(crmField)).faults.map(
          ({ to, words }) => `Field map: ${to} ${words}.`,
        ),
      );
  }
  return missing;
}

/** Everything that an org lacks for Baton to write and read it, one sentence each (K.5). */
export async function lacking(
  org: Org,
  idField: string,
  entries: readonly MapEntry[],
): Promise<string[]> {
  const missing = await lackingToWrite(org, idField, entries);
  for (const [name, what] of Object.entries(READ)) {
    const object = await described(org, name);
    if (!object?.queryable) missing.push(`The user may not read ${name}, so ${what} is not known.`);
  }
  return missing;
}
