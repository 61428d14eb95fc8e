import { agreement } from "../facts/agreement";
import { COMPANY_FILLS, companyAlong, companyAnswer } from "../facts/company-answer";
import { isSubjectsCompany } from "../facts/employment";
import { personAnswer } from "../facts/person-answer";
import { unreadable } from "../http/http";
import { ADDRESS_SETTING, COST_SETTING, costOf, endpoint, hostOf } from "../http/http-settings";
import type { Answer, Asking, Fills, ProviderSystem, Subject } from "../provider";
import { askApollo } from "./ask";
import { type ApolloPerson, apolloEnriched, apolloMatch } from "./body";
import { companyFacts, personFacts } from "./facts";
import { askNumbers, numbersLater } from "./numbers";

/** `webhookUrl` is where Apollo may post numbers; null where they are not asked for. */
type Account = { host: string; key: string; webhookUrl: string | null };

const NUMBERS: Fills = { "C1.5": "blank" };

/**
 * Apollo's People Enrichment and Organization Enrichment (docs.apollo.io). Numbers cost more, come
 * minutes later, and are asked for only under an address that Apollo may post them to: it refuses
 * without one. Whoever answers there need not read them; they are asked after by the request's id.
 */
export const apollo: ProviderSystem = {
  id: "apollo",
  label: "Apollo",
  settings: [
    { key: "apiKey", label: "API key", secret: true },
    {
      key: "webhookUrl",
      label: "Address for phone numbers: Apollo posts there, and asks for one before it looks",
      secret: false,
      optional: true,
    },
    ADDRESS_SETTING,
    COST_SETTING,
  ],
  connect({ settings, secrets }) {
    const { webhookUrl } = settings;
    const account = {
      host: hostOf(settings, "https://api.apollo.io"),
      key: secrets.apiKey ?? "",
      webhookUrl: typeof webhookUrl === "string" && URL.canParse(webhookUrl) ? webhookUrl : null,
    };
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
            ...(account.webhookUrl ? NUMBERS : {}),
            "C1.6": "blank",
            "C1.7": "blank",
            ...COMPANY_FILLS,
          },
          timeLimitMs: 7_000,
          cacheDays: 30,
          ask: (subject, signal, asking = {}) =>
            asking.pending
              ? askNumbers(account, asking.pending, signal)
              : askPerson(account, subject, signal, asking),
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

/** Numbers are asked for where the step may fill them and the lead has none: each costs credits. */
const numbersFor = ({ webhookUrl }: Account, { phone }: Subject, { fills = NUMBERS }: Asking) =>
  webhookUrl && !phone && fills["C1.5"]
    ? { reveal_phone_number: true, webhook_url: webhookUrl }
    : null;

async function askPerson(
  account: Account,
  subject: Subject,
  signal: AbortSignal,
  asking: Asking,
): Promise<Answer> {
  const asked = question(subject);
  if (!asked)
    return {
      answer: "nothing_to_ask",
      words: "Needs an address, a profile, or a name with a company.",
    };
  const url = endpoint(account.host, "/api/v1/people/match");
  const numbers = numbersFor(account, subject, asking);
  const body = { ...asked, ...numbers };
  const reply = await askApollo(url, account.key, { method: "POST", body }, signal);
  if ("answer" in reply) return reply;
  const { data } = apolloMatch.safeParse(reply.body);
  if (!data) return unreadable();
  if (!data.person) return { answer: "no_match", words: "Does not know the person." };
  const answer = personOf(data.person, subject, numbers ? [] : ["numbers were not asked for"]);
  const isComing = numbers && data.request_id && isHere(data.person, subject);
  return isComing && answer.answer === "found"
    ? numbersLater(data.request_id ?? "", answer.values)
    : answer;
}

function personOf(person: ApolloPerson, subject: Subject, aside: readonly string[]): Answer {
  const { organization } = person;
  const company = companyAlong(organization ? companyFacts(organization) : null, subject);
  return personAnswer(personFacts(person), subject, company, aside);
}

/** False for somebody else, and for who works elsewhere by now: their numbers are not the lead's. */
function isHere(person: ApolloPerson, subject: Subject): boolean {
  const facts = personFacts(person);
  return (
    agreement(facts, subject) !== "another" && isSubjectsCompany(facts.employer, subject) !== false
  );
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
