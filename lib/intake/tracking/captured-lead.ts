import { isPlaceholder } from "@/lib/standard/values/placeholder";
import { emailAddress } from "../emails/email";
import { type LeadInput, leadFields } from "../input";
import { asObject, type Loose, textOf, together } from "./loose";
import type { TrackingMessage } from "./message";

type Raw = Partial<Record<keyof typeof leadFields, string | undefined>>;

/** Reserved traits, in either spelling, and what senders really use beside them. */
function fromTraits(traits: Loose): Raw {
  const company = asObject(traits.company);
  const address = asObject(traits.address);
  return {
    email: textOf(traits, "email", "emailAddress"),
    firstName: textOf(traits, "firstName", "givenName"),
    lastName: textOf(traits, "lastName", "familyName", "surname"),
    name: textOf(traits, "name", "fullName"),
    jobTitle: textOf(traits, "title", "jobTitle", "position"),
    company: textOf(company, "name") ?? textOf(traits, "company", "companyName"),
    companyDomain: textOf(company, "domain", "website") ?? textOf(traits, "companyDomain"),
    employees: textOf(company, "employees", "employeeCount", "size"),
    industry: textOf(company, "industry"),
    phone: textOf(traits, "phone", "phoneNumber", "mobile", "mobilePhone"),
    linkedinUrl: textOf(traits, "linkedin", "linkedinUrl", "linkedinProfile"),
    language: textOf(traits, "language", "preferredLanguage"),
    region: textOf(address, "country", "countryCode") ?? textOf(traits, "country", "countryCode"),
  };
}

/** The touch that brought the visitor: UTM parameters as trackers send them (C5.3). */
function fromCampaign(context: Loose): Raw {
  const campaign = asObject(context.campaign);
  return {
    campaign: textOf(campaign, "name"),
    channel: textOf(campaign, "medium", "source"),
    asset: textOf(campaign, "content"),
  };
}

/** A browser's locale says the language; its country is the computer's, not the person's. */
const spoken = (context: Loose) => textOf(context, "locale")?.split(/[-_]/)[0];

function rawOf({ type, traits, context, userId }: TrackingMessage): Raw {
  const campaign = fromCampaign(context);
  if (type === "group") {
    const company = textOf(traits, "name");
    const companyDomain = textOf(traits, "domain", "website");
    const employees = textOf(traits, "employees", "employeeCount", "size");
    return { ...campaign, company, companyDomain, employees, industry: textOf(traits, "industry") };
  }
  const own = type === "identify" ? traits : asObject(undefined);
  const known = fromTraits(together(asObject(context.traits), own));
  const address = known.email ?? (userId?.includes("@") ? userId : undefined);
  const language = type === "identify" ? (known.language ?? spoken(context)) : known.language;
  return { ...campaign, ...known, email: address, language };
}

/** Most messages say where somebody was, and nothing of who that is. */
const saysNothing = ({ type, context, userId }: TrackingMessage) =>
  type !== "identify" &&
  type !== "group" &&
  !context.traits &&
  !context.campaign &&
  !userId?.includes("@");

/**
 * What a message says of its lead, or null where it says nothing. A value that cannot be read is
 * left out: the others are worth having.
 */
export function capturedLead(message: TrackingMessage): LeadInput | null {
  if (saysNothing(message)) return null;
  const lead: LeadInput = {};
  for (const [key, value] of Object.entries(rawOf(message))) {
    if (value === undefined) continue;
    const field = key as Exclude<keyof LeadInput, "capturedAt" | "scores">;
    const parsed = leadFields[field].safeParse(value);
    if (parsed.success && parsed.data !== undefined) lead[field] = parsed.data;
  }
  return Object.keys(lead).length > 0 ? { ...lead, capturedAt: message.at } : null;
}

/** Why the address that an identify call brings is none; null where it is one or brings none. */
export function addressFault(message: TrackingMessage): string | null {
  const address = message.type === "identify" ? textOf(message.traits, "email") : undefined;
  const answer = address === undefined || isPlaceholder(address) ? null : emailAddress(address);
  return answer && !answer.ok ? `traits.email ${answer.reason}` : null;
}
