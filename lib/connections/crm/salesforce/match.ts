import type { Answer, Subject } from "@/lib/enrichment/provider";
import { CRM_MATCHES, type CrmMatch } from "@/lib/standard/company-intelligence";
import { listed, type Org, quoted, rowsOf } from "./org";

type Account = { Id: string; Type: string | null; Website: string | null };
type Deal = { IsClosed: boolean; IsWon: boolean };

const FORMER = /former|churn|lapsed|ex[- ]?customer|inactive|past/i;
const CUSTOMER = /customer|client/i;

/**
 * What a company is to us, by its accounts and their deals (C2.5). An open deal comes first: a
 * colleague is in the middle of it.
 */
export function matchOf(accounts: readonly Account[], deals: readonly Deal[]): CrmMatch {
  if (accounts.length === 0) return "none";
  if (deals.some(({ IsClosed }) => !IsClosed)) return "active_opportunity";
  const types = accounts.map(({ Type }) => Type ?? "");
  const customers = types.filter((type) => CUSTOMER.test(type) && !FORMER.test(type));
  if (customers.length > 0) return "existing_customer";
  if (types.some((type) => FORMER.test(type))) return "former_customer";
  return deals.some(({ IsWon }) => IsWon) ? "existing_customer" : "existing_account";
}

/** The host of a website as people write it there, without 'www.'. */
function hostOf(website: string | null): string {
  const url = website && (website.includes("://") ? website : `https://${website}`);
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "").toLowerCase() : "";
}

async function accountsOf(org: Org, { email, domain }: Subject): Promise<Account[]> {
  const contacts = email
    ? await rowsOf<{ AccountId: string }>(
        org,
        `SELECT AccountId FROM Contact WHERE AccountId != null AND Email = ${quoted(email)} LIMIT 50`,
      )
    : [];
  const ids = contacts.map(({ AccountId }) => AccountId);
  // An empty text is no id, and a query that compares one with it is refused.
  const known = ids.length > 0 ? [`Id IN ${listed(ids)}`] : [];
  const like = domain ? [`Website LIKE ${quoted(`%${domain}%`)}`] : [];
  const where = [...known, ...like].join(" OR ");
  if (!where) return [];
  const soql = `SELECT Id, Type, Website FROM Account WHERE ${where} LIMIT 200`;
  const rows = await rowsOf<Account>(org, soql);
  const isSame = (host: string) => host === domain || host.endsWith(`.${domain}`);
  return rows.filter(({ Id, Website }) => ids.includes(Id) || isSame(hostOf(Website)));
}

/** Asks the org what a lead's company is to us. 'None' is an answer. */
export async function askMatch(org: Org, subject: Subject): Promise<Answer> {
  if (!subject.email && !subject.domain)
    return { answer: "nothing_to_ask", words: "There is no address to look for." };
  const accounts = await accountsOf(org, subject);
  const ids = listed(accounts.map(({ Id }) => Id));
  const deals =
    accounts.length > 0
      ? await rowsOf<Deal>(
          org,
          `SELECT IsClosed, IsWon FROM Opportunity WHERE AccountId IN ${ids}` +
            " AND (IsClosed = false OR IsWon = true) ORDER BY IsClosed LIMIT 200",
        )
      : [];
  const value = matchOf(accounts, deals);
  return {
    answer: "found",
    words: `CRM match: ${CRM_MATCHES[value].toLowerCase()}.`,
    values: { "C2.5": { value, source: "crm", verified: true } },
  };
}
