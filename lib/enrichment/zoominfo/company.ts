import { companyAnswer } from "../facts/company-answer";
import { unreadable } from "../http/http";
import type { Answer, Subject } from "../provider";
import { askForFields, askZoominfo, credits, usedUp } from "./ask";
import { type ZoominfoCompany, zoominfoCompanies, zoominfoTechnologies } from "./body";
import { companyFacts } from "./facts";
import type { ZoominfoAccount } from "./token";

/** The first six are in every contract with companies. */
const CORE = 6;
const FIELDS = [
  "id",
  "name",
  "website",
  "revenue",
  "employeeCount",
  "primaryIndustry",
  "domainList",
  "revenueRange",
  "employeeRange",
  "industries",
];

/** What ZoomInfo knows of a company (C2), its technologies included where the contract has them. */
export async function askCompany(
  account: ZoominfoAccount,
  subject: Subject,
  signal: AbortSignal,
): Promise<Answer> {
  const { domain, companyName } = subject;
  const input = domain ? { companyWebsite: domain } : companyName ? { companyName } : null;
  if (!input) return { answer: "nothing_to_ask", words: "Needs a domain or a company's name." };
  const asked = { input: { matchCompanyInput: [input] }, fields: FIELDS, core: CORE };
  const reply = await askForFields(account, "/enrich/company", asked, signal);
  if ("answer" in reply) return reply;
  const results = zoominfoCompanies.safeParse(reply.body).data?.data.result;
  if (!results) return unreadable();
  const [result] = results;
  if (result?.matchStatus === "LIMIT_EXCEEDED") return usedUp();
  const company = result?.data[0];
  if (!company)
    return { answer: "no_match", words: "Does not know the company.", ...credits(reply) };
  const answer = companyAnswer(companyFacts(company, []), subject);
  if (answer.answer !== "found") return answer;
  const { names, aside } = await technologies(account, company, signal);
  return { ...companyAnswer(companyFacts(company, names), subject, aside), ...credits(reply) };
}

/** A product of its own in ZoomInfo's contracts: that it is not to be had spoils nothing else. */
async function technologies(
  account: ZoominfoAccount,
  { id }: ZoominfoCompany,
  signal: AbortSignal,
) {
  if (!id) return { names: [], aside: "" };
  const reply = await askZoominfo(account, "/enrich/tech", { companyId: String(id) }, signal);
  if ("answer" in reply) return { names: [], aside: "its technologies could not be had" };
  const { data } = zoominfoTechnologies.safeParse(reply.body);
  if (!data) return { names: [], aside: "its technologies could not be read" };
  return { names: data.data.flatMap(({ product }) => product ?? []), aside: "" };
}
