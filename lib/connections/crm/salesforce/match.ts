import type { Answer, Subject } from "@/lib/enrichment/provider";
import { matchAnswer, matchOf, NO_ADDRESS } from "../match-of";
import { listed, type Org, quoted, rowsOf } from "./org";

type Account = { Id: string; Type: string | null; Website: string | null };
type Deal = { IsClosed: boolean; IsWon: boolean };

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
  if (!subject.email && !subject.domain) return NO_ADDRESS;
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
  return matchAnswer(
    matchOf(
      accounts.map(({ Type }) => Type ?? ""),
      deals.map(({ IsClosed, IsWon }) => ({ open: !IsClosed, won: IsWon })),
    ),
  );
}
