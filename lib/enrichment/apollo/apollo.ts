import { COMPANY_FILLS, companyAlong, companyAnswer } from "../facts/company-answer";
import { personAnswer } from "../facts/person-answer";
import { unreadable } from "../http";
import { ADDRESS_SETTING, COST_SETTING, costOf, endpoint, hostOf } from "../http-settings";
import type { Answer, ProviderSystem, Subject } from "../provider";
import { askApollo } from "./ask";
import { apolloEnriched, apolloMatch } from "./body";
import { companyFacts, personFacts } from "./facts";

type Account = { host: string; key: string };

/**
 * Apollo's People Enrichment and Organization Enrichment (docs.apollo.io). Numbers are not asked
 * for: Apollo sends them minutes later to an address that would have to be open to the internet.
 */
export const apollo: ProviderSystem = {
  id: "apollo",
  label: "Apollo",
  settings: [{ key: "apiKey", label: "API key", secret: true }, ADDRESS_SETTING, COST_SETTING],
  connect({ settings, secrets }) {
    const account = { host: hostOf(settings, "https://api.apollo.io"), key: secrets.apiKey ?? "" };
    const costCents = costOf(settings);
    return {
      id: "apollo",
      label: "Apollo",
      lookups: [
        {
          lookup: "person",
          costCents,
          fills: {
            "C1.1": "blank",
            "C1.2": "refresh",
            "C1.4": "blank",
            "C1.6": "blank",
            "C1.7": "blank",
            ...COMPANY_FILLS,
          },
          timeLimitMs: 7_000,
          cacheDays: 30,
          ask: (subject, signal) => askPerson(account, subject, signal),
        },
        {
          lookup: "company",
          costCents,
          fills: COMPANY_FILLS,
          timeLimitMs: 6_000,
          cacheDays: 90,
          ask: (subject, signal) => askCompany(account, subject, signal),
        },
      ],
    };
  },
};

/**
 * What identifies the person: a name alone matches nobody, or anybody. Sent as a body, which Apollo
 * takes as well as a query, because proxies write addresses down.
 */
function question({ email, fullName, linkedin, domain, companyName }: Subject) {
  const known = {
    email,
    linkedin_url: linkedin,
    name: fullName,
    domain,
    organization_name: companyName,
  };
  const enough = email || linkedin || (fullName && (domain || companyName));
  const given = Object.entries(known).filter(([, value]) => value);
  return enough ? { ...Object.fromEntries(given), reveal_personal_emails: false } : null;
}

async function askPerson(account: Account, subject: Subject, signal: AbortSignal): Promise<Answer> {
  const body = question(subject);
  if (!body)
    return {
      answer: "nothing_to_ask",
      words: "Needs an address, a profile, or a name with a company.",
    };
  const url = endpoint(account.host, "/api/v1/people/match");
  const reply = await askApollo(url, account.key, { method: "POST", body }, signal);
  if ("answer" in reply) return reply;
  const { data } = apolloMatch.safeParse(reply.body);
  if (!data) return unreadable();
  if (!data.person) return { answer: "no_match", words: "Does not know the person." };
  const { organization } = data.person;
  const company = companyAlong(organization ? companyFacts(organization) : null, subject);
  return personAnswer(personFacts(data.person), subject, company, [
    "numbers come later and were not asked for",
  ]);
}

async function askCompany(
  account: Account,
  subject: Subject,
  signal: AbortSignal,
): Promise<Answer> {
  const { domain } = subject;
  if (!domain)
    return { answer: "nothing_to_ask", words: "Looks companies up by their domain only." };
  const url = endpoint(account.host, "/api/v1/organizations/enrich", { domain });
  const reply = await askApollo(url, account.key, {}, signal);
  if ("answer" in reply) return reply;
  const { data } = apolloEnriched.safeParse(reply.body);
  if (!data) return unreadable();
  if (!data.organization) return { answer: "no_match", words: "Does not know the company." };
  return companyAnswer(companyFacts(data.organization), subject);
}
