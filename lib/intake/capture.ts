import type { Arriving } from "@/lib/enrichment/values/merge-fields";
import type { FieldId, FieldValues } from "@/lib/standard/categories";
import type { FieldValue, Json, Source } from "@/lib/standard/field";
import type { FillMode } from "@/lib/standard/fill-mode";
import type { Attribution } from "@/lib/standard/handoff-metadata";
import { isPlaceholder } from "@/lib/standard/values/placeholder";
import { companyDomain } from "./companies/company-domain";
import { capturedCompany } from "./company-intelligence/captured-company";
import { companyName } from "./company-names/company-name";
import { emailAddress } from "./emails/email";
import type { LeadInput } from "./input";
import {
  endingCountry,
  type KnownPlace,
  knownPlace,
  nameOrder,
} from "./language-and-region/known-place";
import { languageAndRegion } from "./language-and-region/locale";
import { linkedinProfile } from "./linkedin";
import type { NameOrder } from "./person-names/name-parts";
import { personName } from "./person-names/person-name";
import { phoneNumber } from "./phone";

/** Where captured values come from: the kind of source, its name, and when (an instant). */
type Origin = { source: Source; provider: string; at: Date };

type Content = Pick<FieldValue, "value" | "detail"> & { mode?: FillMode };

const meant = (text: string | undefined) =>
  text === undefined || isPlaceholder(text) ? undefined : text;

function emailField(address: string) {
  const answer = emailAddress(address);
  if (!answer.ok || answer.placeholder) return null;
  const reason = answer.role
    ? "role_address"
    : answer.disposable
      ? "disposable"
      : answer.freeMail
        ? "free_mail"
        : "not_checked";
  return { value: answer.address, detail: { deliverability: "unknown", reason } };
}

function nameField({ firstName, lastName, name, email }: LeadInput, order: NameOrder) {
  const answer = personName({ firstName, lastName, name, email, order });
  if (!answer.ok) return null;
  return { value: answer.full, detail: { given: answer.given, family: answer.family } };
}

/** What is known by now to be the company's switchboard stays so when the same number comes again. */
function phoneField(text: string, region: string | null, before?: FieldValue) {
  const answer = phoneNumber(text, region ?? undefined);
  if (!answer.ok) return null;
  const { e164, extension, country } = answer;
  const known = before?.value === e164 && before.detail?.kind === "switchboard" && !extension;
  const kind = known ? "switchboard" : answer.kind;
  return { value: e164, detail: { kind, country, ...(extension ? { extension } : {}) } };
}

/**
 * The domain that came with a name says later, too, which company of that name it is; it is kept
 * when the same name comes again without it.
 */
function companyField(text: string, domainTyped: string | undefined, before?: FieldValue) {
  const normal = companyName(text);
  if (normal === null) return null;
  const typed = domainTyped ? companyDomain(domainTyped) : null;
  const domain = typed ?? (before?.value === normal ? before.detail?.domain : null);
  return { value: normal, detail: { original: text, ...(domain ? { domain } : {}) } };
}

/** A region that only follows from something else gives way to every source that was told one. */
function placeField(known: KnownPlace | null) {
  if (!known) return null;
  const { place, regionFrom } = known;
  const mode = place.language === null ? { mode: "blank" as const } : {};
  return regionFrom ? { value: place, detail: { regionFrom }, ...mode } : { value: place };
}

/** The touch that this capture is; null where none of campaign, channel and asset is meant. */
function touchOf(input: LeadInput, at: Date) {
  const campaign = meant(input.campaign) ?? null;
  const channel = meant(input.channel) ?? null;
  const asset = meant(input.asset) ?? null;
  if (campaign === null && channel === null && asset === null) return null;
  return { campaign, channel, asset, at: at.toISOString() };
}

/**
 * Attribution after a capture (C5.3): the first touch stays what it was, the last is this one, and
 * what this one leaves open keeps its last known value. The same touch again changes nothing.
 */
function attributionField(input: LeadInput, at: Date, before: Attribution | null) {
  const touch = touchOf(input, at);
  if (!touch) return null;
  const { campaign, channel, asset } = touch;
  const last = before?.lastTouch;
  if (last && last.campaign === campaign && last.channel === channel && last.asset === asset) {
    return { value: before as Json };
  }
  const merged: Attribution = {
    campaign: campaign ?? before?.campaign ?? null,
    channel: channel ?? before?.channel ?? null,
    asset: asset ?? before?.asset ?? null,
    firstTouch: before?.firstTouch ?? touch,
    lastTouch: touch,
  };
  return { value: merged as Json };
}

/**
 * The values that one captured lead brings, by field. Placeholders and what cannot be made uniform
 * bring none (spec C); everything is captured, nothing verified. `before` holds the values the
 * lead has from the same source, so that a first touch is kept.
 */
export function capturedFields(input: LeadInput, origin: Origin, before: FieldValues): Arriving {
  const typed = { language: meant(input.language), region: meant(input.region) };
  const given = languageAndRegion(typed.language, typed.region);
  const domains = [
    input.companyDomain ? companyDomain(input.companyDomain) : null,
    input.email?.split("@").at(-1) ?? null,
  ];
  const title = meant(input.jobTitle);
  const company = meant(input.company);
  const phone = meant(input.phone);
  const linkedin = input.linkedinUrl ? linkedinProfile(input.linkedinUrl) : null;
  const found: Partial<Record<FieldId, Content | null>> = {
    "C1.1": nameField(input, nameOrder(given)),
    "C1.2": title ? { value: title } : null,
    "C1.3": company ? companyField(company, input.companyDomain, before["C1.3"]) : null,
    "C1.4": input.email ? emailField(input.email) : null,
    "C1.5": phone
      ? phoneField(phone, given?.region ?? endingCountry(domains), before["C1.5"])
      : null,
    "C1.6": linkedin?.ok ? { value: linkedin.url } : null,
    "C1.7": placeField(knownPlace({ ...typed, phone, domains })),
    ...capturedCompany(input),
    "C5.3": attributionField(input, origin.at, (before["C5.3"]?.value as Attribution) ?? null),
  };
  const fields: Arriving = {};
  for (const [id, content] of Object.entries(found)) {
    if (!content) continue;
    const { source, provider, at } = origin;
    fields[id as FieldId] = {
      ...content,
      source,
      provider,
      obtainedAt: at.toISOString(),
      verified: false,
    };
  }
  return fields;
}
