import { COMPANY_FILLS, companyAlong, companyAnswer } from "../facts/company-answer";
import { personAnswer, withoutPerson } from "../facts/person-answer";
import { unreadable } from "../http/http";
import { ADDRESS_SETTING, COST_SETTING, costOf, endpoint, hostOf } from "../http/http-settings";
import type { Answer, ProviderLookup, ProviderSystem, Subject } from "../provider";
import { askClearbit, type ClearbitAccount } from "./ask";
import { clearbitCombined, clearbitCompany } from "./body";
import { companyFacts, personFacts } from "./facts";

type Account = ClearbitAccount & { people: string; companies: string; costCents: number };

/**
 * Clearbit's Enrichment API (person and company), api version 2019-12-19. One answer about a person
 * brings the company along, so that both are paid for once.
 */
export const clearbit: ProviderSystem = {
  id: "clearbit",
  label: "Clearbit",
  settings: [
    { key: "apiKey", label: "Secret API key", secret: true },
    ADDRESS_SETTING,
    COST_SETTING,
  ],
  connect({ settings, secrets }) {
    return {
      id: "clearbit",
      label: "Clearbit",
      lookups: clearbitLookups({
        key: secrets.apiKey ?? "",
        people: hostOf(settings, "https://person.clearbit.com"),
        companies: hostOf(settings, "https://company.clearbit.com"),
        costCents: costOf(settings),
        pollMs: 2_000,
      }),
    };
  },
};

/** The two lookups of an account; `pollMs` is how long to wait where a lookup is queued. */
export function clearbitLookups(account: Account): ProviderLookup[] {
  const { costCents } = account;
  return [
    {
      lookup: "person",
      costCents,
      fills: {
        "C1.1": "blank",
        "C1.2": "refresh",
        "C1.6": "blank",
        "C1.7": "blank",
        ...COMPANY_FILLS,
      },
      timeLimitMs: 9_000,
      cacheDays: 30,
      ask: (subject, signal) => askPerson(account, subject, signal),
    },
    {
      lookup: "company",
      costCents,
      fills: COMPANY_FILLS,
      timeLimitMs: 7_000,
      cacheDays: 90,
      ask: (subject, signal) => askCompany(account, subject, signal),
    },
  ];
}

async function askPerson(account: Account, subject: Subject, signal: AbortSignal): Promise<Answer> {
  const { email } = subject;
  if (!email) return { answer: "nothing_to_ask", words: "Looks people up by their address only." };
  const url = endpoint(account.people, "/v2/combined/find", { email });
  const reply = await askClearbit(url, account, signal);
  if ("answer" in reply) return reply;
  const { data } = clearbitCombined.safeParse(reply.body);
  if (!data) return unreadable();
  const company = companyAlong(data.company && companyFacts(data.company), subject);
  if (data.person) return personAnswer(personFacts(data.person), subject, company);
  return withoutPerson(company, "Knows neither the person nor the company.");
}

async function askCompany(
  account: Account,
  subject: Subject,
  signal: AbortSignal,
): Promise<Answer> {
  const { domain } = subject;
  if (!domain)
    return { answer: "nothing_to_ask", words: "Looks companies up by their domain only." };
  const url = endpoint(account.companies, "/v2/companies/find", { domain });
  const reply = await askClearbit(url, account, signal);
  if ("answer" in reply) return reply;
  const { data } = clearbitCompany.safeParse(reply.body);
  return data ? companyAnswer(companyFacts(data), subject) : unreadable();
}
