import { z } from "zod";
import { type Account, told } from "./account";

const owners = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      email: z.string().nullish(),
      firstName: z.string().nullish(),
      lastName: z.string().nullish(),
      archived: z.boolean().default(false),
    }),
  ),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).optional(),
});
const MOST_PAGES = 50;

export type Owner = { id: string; name: string; email: string | null };

/** Everybody who can own a contact. */
export async function allOwners(account: Account): Promise<Owner[]> {
  const found: Owner[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query: { [key: string]: string | null } = { limit: "100", after };
    const said: z.infer<typeof owners> = await told(account, "/crm/v3/owners", { query }, owners);
    for (const { id, email, firstName, lastName, archived } of said.results) {
      const name = [firstName, lastName].filter(Boolean).join(" ") || email || id;
      if (!archived) found.push({ id, name, email: email ?? null });
    }
    after = said.paging?.next?.after ?? null;
    if (after === null) break;
  }
  return found;
}

/** The owners' numbers by these addresses, in lower case. */
export async function ownersBy(
  account: Account,
  emails: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const email of new Set(emails.map((one) => one.toLowerCase()))) {
    const query = { email, limit: "10" };
    const { results } = await told(account, "/crm/v3/owners", { query }, owners);
    const own = results.find((one) => !one.archived && one.email?.toLowerCase() === email);
    if (own) found.set(email, own.id);
  }
  return found;
}
