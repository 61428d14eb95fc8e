import { personAnswer } from "../facts/person-answer";
import { unreadable } from "../http/http";
import type { Answer, Subject } from "../provider";
import { askForFields, credits, usedUp } from "./ask";
import { zoominfoContacts } from "./body";
import { personFacts } from "./facts";
import type { ZoominfoAccount } from "./token";

/** The first nine are in every contract with contacts. */
const CORE = 9;
const FIELDS = [
  "firstName",
  "lastName",
  "email",
  "phone",
  "directPhoneDoNotCall",
  "jobTitle",
  "country",
  "companyName",
  "companyWebsite",
  "mobilePhone",
  "mobilePhoneDoNotCall",
  "personHasMoved",
  "externalUrls",
  "validDate",
  "lastUpdatedDate",
  "companyPhone",
];

/** An address is enough by itself; a name needs its company ('Input combinations'). */
function question({ email, fullName, companyName }: Subject) {
  if (email) return { emailAddress: email };
  return fullName && companyName ? { fullName, companyName } : null;
}

/** What ZoomInfo knows of a person (C1). */
export async function askPerson(
  account: ZoominfoAccount,
  subject: Subject,
  signal: AbortSignal,
): Promise<Answer> {
  const input = question(subject);
  if (!input)
    return { answer: "nothing_to_ask", words: "Needs an address, or a name with a company." };
  const asked = { input: { matchPersonInput: [input] }, fields: FIELDS, core: CORE };
  const reply = await askForFields(account, "/enrich/contact", asked, signal);
  if ("answer" in reply) return reply;
  const results = zoominfoContacts.safeParse(reply.body).data?.data.result;
  if (!results) return unreadable();
  const [result] = results;
  if (result?.matchStatus === "LIMIT_EXCEEDED") return usedUp();
  const contact = result?.data[0];
  const answer: Answer = contact
    ? personAnswer(personFacts(contact), subject)
    : { answer: "no_match", words: "Does not know the person." };
  return { ...answer, ...credits(reply) };
}
