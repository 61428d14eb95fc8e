import { z } from "zod";
import type { Answer, Subject } from "@/lib/enrichment/provider";
import { matchAnswer, matchOf, NO_ADDRESS } from "../match-of";
import { type Account, allOf, told } from "./account";

const people = z.object({
  success: z.literal(true),
  data: z.object({
    items: z.array(
      z.object({
        item: z.object({
          id: z.number(),
          organization: z.object({ id: z.number() }).nullish(),
        }),
      }),
    ),
  }),
});
const deal = z.object({ status: z.string() });

async function found(account: Account, kind: "persons" | "organizations", query: object) {
  const asks = { ...query, exact_match: "true", limit: "20" };
  const { data } = await told(account, `/api/v2/${kind}/search`, { query: asks }, people);
  return data.items.map(({ item }) => item);
}

/** The organisations that have exactly a company's name, whatever its capitals. */
export const organisationsNamed = async (account: Account, name: string): Promise<number[]> => {
  // A search takes words of two letters at least.
  const named = name.length > 1 ? { term: name, fields: "name" } : null;
  return named ? (await found(account, "organizations", named)).map(({ id }) => id) : [];
};

/**
 * Asks Pipedrive what a lead's company is to us (C2.5): by the organisation of whoever has its
 * address, and by its name, since organisations there have no domain. 'None' is an answer.
 */
export async function askMatch(account: Account, subject: Subject): Promise<Answer> {
  const { email, companyName } = subject;
  if (!email && !companyName) return NO_ADDRESS;
  const persons = email ? await found(account, "persons", { term: email, fields: "email" }) : [];
  const named = companyName ? await organisationsNamed(account, companyName) : [];
  const organisations = new Set([
    ...persons.flatMap(({ organization }) => organization?.id ?? []),
    ...named,
  ]);
  const deals: { open: boolean; won: boolean }[] = [];
  const of = [
    ...[...organisations].map((id) => ({ org_id: String(id) })),
    ...persons.map(({ id }) => ({ person_id: String(id) })),
  ];
  for (const query of of) {
    const rows = await allOf(account, "/api/v2/deals", { ...query, status: "open,won" }, deal);
    deals.push(...rows.map(({ status }) => ({ open: status === "open", won: status === "won" })));
  }
  const isAccount = organisations.size > 0 || deals.length > 0;
  return matchAnswer(matchOf(isAccount ? [""] : [], deals));
}
