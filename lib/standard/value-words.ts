import { type FieldId, fieldDefinition } from "./categories";
import type { FieldValue, Json } from "./field";
import type { Attribution } from "./handoff-metadata";

type Place = { language: string | null; region: string | null };
type Icp = { score: number; met: string[]; missed: string[] };

function placeWords({ language, region }: Place, locale: string): string | null {
  const name = (code: string | null, type: "language" | "region") =>
    code && (new Intl.DisplayNames(locale, { type, fallback: "code" }).of(code) ?? code);
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

const SPECIAL: Partial<Record<FieldId, (value: Json, locale: string) => string | null>> = {
  "C1.6": profileWords,
  "C1.7": (value, locale) => placeWords(value as Place, locale),
  "C2.6": (value) => `Tier ${value}`,
  "C2.7": (value) => {
    const { score, met, missed } = value as Icp;
    return `${score} of 100, ${met.length} met, ${missed.length} missed`;
  },
  "C5.3": (value) => attributionWords(value as Attribution),
};

/** A field's value as a person reads it, on one line; null where there is nothing to read. */
export function valueWords(id: FieldId, value: Json, locale: string): string | null {
  if (value === null || value === "") return null;
  const special = SPECIAL[id];
  if (special) return special(value, locale);
  if (typeof value === "number") return new Intl.NumberFormat(locale).format(value);
  if (Array.isArray(value)) return value.join(", ") || null;
  if (typeof value === "string") return fieldDefinition(id).choices?.[value] ?? value;
  return null;
}

const LINES: Readonly<Record<string, string>> = {
  direct: "direct line",
  mobile: "mobile",
  fixed: "landline",
  switchboard: "switchboard",
  toll_free: "toll-free",
  voip: "internet line",
};

/**
 * Trust as a word (spec C): 'verified' or 'captured', or for an address and a number the better
 * word that is known: 'deliverable', 'verified · mobile'.
 */
export function trustWord(id: FieldId, { verified, detail }: FieldValue): string {
  const plain = verified ? "verified" : "captured";
  if (id === "C1.4" && typeof detail?.deliverability === "string") {
    return detail.deliverability === "unknown" ? plain : detail.deliverability;
  }
  const line = id === "C1.5" && LINES[String(detail?.kind)];
  return line ? `${plain} · ${line}` : plain;
}
