import { employeeValue } from "@/lib/intake/company-intelligence/employee-count";
import { industry } from "@/lib/intake/company-intelligence/industry";
import { toolNames } from "@/lib/intake/company-intelligence/tool-name";
import { companyName } from "@/lib/intake/company-names/company-name";
import { emailAddress } from "@/lib/intake/emails/email";
import { languageAndRegion } from "@/lib/intake/language-and-region/locale";
import { linkedinProfile } from "@/lib/intake/linkedin";
import { personName } from "@/lib/intake/person-names/person-name";
import { phoneNumber } from "@/lib/intake/phone";
import { revenueValue } from "@/lib/scoring/icp/revenue-band";
import type { FieldId } from "@/lib/standard/categories";
import { fieldDefinition } from "@/lib/standard/categories";
import { CRM_MATCHES } from "@/lib/standard/company-intelligence";
import type { Json } from "@/lib/standard/field";
import { isPlaceholder } from "@/lib/standard/values/placeholder";

type Detail = { [key: string]: Json };
type FieldInput =
  | { ok: true; value: Json; detail?: Detail | undefined }
  | { ok: false; reason: string };

const ok = (value: Json, detail?: Detail): FieldInput => ({ ok: true, value, detail });
const no = (reason: string): FieldInput => ({ ok: false, reason });

function email(text: string): FieldInput {
  const answer = emailAddress(text);
  if (!answer.ok) return no(`This address ${answer.reason}.`);
  if (answer.placeholder) return no("This stands in for an address. Give the person's own.");
  if (answer.role) return no("This is a role address. The rep needs the person's own.");
  if (answer.disposable) return no("This is a throwaway address.");
  return ok(answer.address, { deliverability: "unknown", reason: "confirmed_by_person" });
}

function name(text: string): FieldInput {
  const answer = personName({ name: text });
  if (!answer.ok) return no(`The name ${answer.reason}.`);
  return ok(answer.full, { given: answer.given, family: answer.family });
}

function phone(text: string): FieldInput {
  const answer = phoneNumber(text);
  if (!answer.ok) {
    const how = answer.reason.startsWith("is made up") || answer.reason.startsWith("is one of");
    return no(`The number ${answer.reason}.${how ? "" : " Start with + and the country's code."}`);
  }
  const { e164, kind, country, extension } = answer;
  return ok(e164, { kind, country, ...(extension ? { extension } : {}) });
}

function employees(text: string): FieldInput {
  const given = employeeValue(text);
  if (!given) return no("Give a number or a range, such as 250 or 51-200.");
  return ok(given.value, "detail" in given ? given.detail : undefined);
}

function revenue(text: string): FieldInput {
  const given = revenueValue(text);
  if (!given) return no("Give a sum or a range with its currency, such as € 20–50 M.");
  return ok(given.value, { ...given.detail, ...(given.value === text ? {} : { original: text }) });
}

function attribution(text: string): FieldInput {
  const [campaign = "", channel = "", asset = ""] = text.split("\n").map((part) => part.trim());
  const known = [campaign, channel, asset].map((part) => (isPlaceholder(part) ? null : part));
  const [first = null, second = null, third = null] = known;
  if (known.every((part) => part === null)) return no("Give a campaign, a channel or an asset.");
  return ok({ campaign: first, channel: second, asset: third, firstTouch: null, lastTouch: null });
}

function place(text: string): FieldInput {
  const [first = "", second] = text.split(",").map((part) => part.trim());
  const found = languageAndRegion(first, second ?? first);
  return found ? ok(found) : no("Give a language, a country, or both: 'Norwegian, Norway'.");
}

function company(text: string): FieldInput {
  const name = companyName(text);
  return name === null ? no("This names no company.") : ok(name, { original: text });
}

function linkedin(text: string): FieldInput {
  const answer = linkedinProfile(text);
  return answer.ok ? ok(answer.url) : no(`This profile ${answer.reason}.`);
}

const crmMatch = (text: string): FieldInput =>
  Object.hasOwn(CRM_MATCHES, text) ? ok(text) : no("Choose what the CRM says.");

const tools = (text: string): FieldInput => {
  const named = toolNames(text.split(/[,;\n]/));
  return named.length > 0 ? ok(named) : no("Name at least one tool.");
};

const READERS: Partial<Record<FieldId, (text: string) => FieldInput>> = {
  "C1.1": name,
  "C1.2": (text) => ok(text),
  "C1.3": company,
  "C1.4": email,
  "C1.5": phone,
  "C1.6": linkedin,
  "C1.7": place,
  "C2.1": employees,
  "C2.2": revenue,
  "C2.3": (text) => ok(industry({ name: text }) ?? text),
  "C2.4": tools,
  "C2.5": crmMatch,
  "C5.3": attribution,
};

/** The fields a person can fill by hand (O.4); the others are worked out or recorded. */
export const FILLABLE = Object.keys(READERS) as FieldId[];

/**
 * What a person typed for a field as its value, or why not. Placeholders are no values here
 * either. The same shapes as from every other source come out.
 */
export function fieldInput(fieldId: FieldId, typed: string): FieldInput {
  const text = typed.trim();
  const reader = READERS[fieldId];
  const definition = fieldDefinition(fieldId);
  if (!reader) return no(`${definition.label} cannot be filled by hand.`);
  if (!definition.choices && isPlaceholder(text)) {
    return no("This says nothing. If it cannot be had, say so and why.");
  }
  return reader(text);
}
