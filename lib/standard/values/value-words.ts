import { entryOf } from "@/lib/platform/entry-of";
import { formatter, wordLocale } from "@/lib/platform/intl";
import { shownLine } from "@/lib/platform/shown-text";
import { type FieldId, fieldDefinition } from "../categories";
import type { FieldValue, Json } from "../field";
import type { Attribution } from "../handoff-metadata";
import { crmMatchDoubt } from "./crm-match";
import { type EmailReason, emailReasonWords } from "./deliverability";
import type { Place } from "./own-language";

type Range = { atLeast: number; atMost: number | null };
type Icp = { score: number; met: string[]; missed: string[] };

function placeWords({ language, region }: Place, locale: string): string | null {
  const words = wordLocale(locale);
  const name = (code: string | null, type: "language" | "region") =>
    code && (formatter(Intl.DisplayNames, words, { type, fallback: "code" }).of(code) ?? code);
  return [name(language, "language"), name(region, "region")].filter(Boolean).join(", ") || null;
}

const attributionWords = ({ campaign, channel, asset }: Attribution): string =>
  [
    campaign ?? "campaign not known",
    channel ?? "channel not known",
    asset ?? "asset not known",
  ].join(" · ");

/** A profile's address without what every one of them begins with. */
const profileWords = (url: Json) => String(url).replace(/^https?:\/\/(www\.)?/, "");

/** '1,200', or where only a range is known '51–200' and '10,001 or more'. */
function countWords(value: Json, locale: string): string {
  const number = formatter(Intl.NumberFormat, locale, {});
  if (typeof value !== "object" || value === null) return number.format(Number(value));
  const { atLeast, atMost } = value as Range;
  if (atMost === null) return `${number.format(atLeast)} or more`;
  return `${number.format(atLeast)}–${number.format(atMost)}`;
}

const SPECIAL: Partial<Record<FieldId, (value: Json, locale: string) => string | null>> = {
  "C1.6": profileWords,
  "C1.7": (value, locale) => placeWords(value as Place, locale),
  "C2.1": countWords,
  "C2.6": (value) => `Tier ${value}`,
  "C2.7": (value) => {
    const { score, met, missed } = value as Icp;
    return `${score} of 100, ${met.length} met, ${missed.length} missed`;
  },
  "C5.3": (value) => attributionWords(value as Attribution),
};

/** A field's value as a person reads it, on one line; null where there is nothing to read. */
export function valueWords(id: FieldId, value: Json, locale: string): string | null {
  const words = wordsOf(id, value, locale);
  return words === null ? null : shownLine(words) || null;
}

function wordsOf(id: FieldId, value: Json, locale: string): string | null {
  if (value === null || value === "") return null;
  const special = SPECIAL[id];
  if (special) return special(value, locale);
  if (typeof value === "number") return formatter(Intl.NumberFormat, locale, {}).format(value);
  if (Array.isArray(value)) return value.join(", ") || null;
  if (typeof value === "string") return entryOf(fieldDefinition(id).choices ?? {}, value) ?? value;
  return null;
}

const LINES: Readonly<Record<string, string>> = {
  direct: "direct line",
  mobile: "mobile",
  fixed: "landline",
  switchboard: "switchboard",
  toll_free: "toll-free",
  voip: "internet line",
  shared_cost: "shared-cost line",
  premium_rate: "premium-rate line",
  personal: "personal number",
  company: "company number",
  pager: "pager",
  voicemail: "voicemail",
};

/** How the region is known where nobody gave it (C1.7). */
const PLACES: Readonly<Record<string, string>> = {
  phone: "from the phone number",
  domain: "from the domain",
  enrichment: "region from enrichment",
  map: "region from the MAP",
  crm: "region from the CRM",
};

/** What a check of the address found, where a plain 'verified' or 'captured' says less (C1.4). */
function mailWord({ verified, detail }: FieldValue): string | null {
  const { deliverability, reason } = detail ?? {};
  if (typeof deliverability !== "string") return null;
  if (deliverability !== "unknown") return deliverability;
  if (verified) return reason === "takes_mail" ? "domain takes mail" : null;
  return emailReasonWords(reason) === null || UNASKED.includes(String(reason)) ? null : "unknown";
}

/** Reasons of an address that nobody has looked at. */
const UNASKED: readonly string[] = ["not_checked", "free_mail"] satisfies EmailReason[];

/** True where a value was worked out from others, whoever gave it (spec C). */
export const isEstimated = ({ detail }: Pick<FieldValue, "detail">) => detail?.estimated === true;

/**
 * Trust as a word (spec C): 'estimated', 'verified' or 'captured', or for an address and a number
 * the better word that is known: 'deliverable', 'verified · mobile'.
 */
export function trustWord(id: FieldId, field: FieldValue): string {
  if (isEstimated(field)) return "estimated";
  const plain = field.verified ? "verified" : "captured";
  if (id === "C1.4") return mailWord(field) ?? plain;
  const from = id === "C1.7" && entryOf(PLACES, String(field.detail?.regionFrom));
  if (from) return `${plain} · ${from}`;
  const line = id === "C1.5" && entryOf(LINES, String(field.detail?.kind));
  return line ? `${plain} · ${line}` : plain;
}

/** Why mail to an address may not arrive, as a sentence; null where nothing speaks against it. */
export function mailDoubt({ verified, detail }: FieldValue): string | null {
  const doubtful = !verified || detail?.deliverability === "risky";
  if (!doubtful || UNASKED.includes(String(detail?.reason))) return null;
  return emailReasonWords(detail?.reason);
}

/** What speaks against relying on a value as it is, as a sentence; null where nothing does. */
export function doubtOf(id: FieldId, field: FieldValue, now: Date): string | null {
  if (id === "C1.4") return mailDoubt(field);
  return id === "C2.5" ? crmMatchDoubt(field, now) : null;
}
