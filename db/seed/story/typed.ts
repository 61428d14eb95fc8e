import type { LeadInput } from "@/lib/intake/input";
import type { Random } from "../random";
import type { Prospect } from "./prospects";
import type { Theme } from "./themes";

/** How a lead came in, beside who it is. */
type Arrival = { at: Date; theme: Theme; channel: string; asset: string | null };

/** People shout, whisper, add the legal form; what matters is that it comes out uniform. */
function typedCompany(chance: Random, name: string, legalForms: readonly string[]): string {
  const style = chance.weighted({ plain: 50, legal: 30, shouted: 12, whispered: 8 });
  const legal = `${name} ${chance.pick(legalForms)}`;
  if (style === "shouted") return legal.toUpperCase();
  if (style === "whispered") return name.toLowerCase();
  return style === "legal" ? legal : name;
}

function typedName(chance: Random, { given, family, native }: Prospect) {
  if (native && chance.chance(0.7)) return { firstName: native.given, lastName: native.family };
  const style = chance.weighted({ plain: 85, whispered: 8, shouted: 7 });
  if (style === "whispered")
    return { firstName: given.toLowerCase(), lastName: family.toLowerCase() };
  if (style === "shouted")
    return { firstName: given.toUpperCase(), lastName: family.toUpperCase() };
  return { firstName: given, lastName: family };
}

const orNothing = (chance: Random, probability: number, text: string | null) =>
  text !== null && chance.chance(probability) ? text : undefined;

/** What a form, a list or a webinar tool sends about a lead. */
export function typed(chance: Random, prospect: Prospect, arrival: Arrival): LeadInput {
  const { email, externalId, title, phone, language, country, companyName } = prospect;
  const { at: capturedAt, theme, channel, asset } = arrival;
  return {
    ...typedName(chance, prospect),
    company: typedCompany(chance, companyName, country.legalForms),
    region: country.code,
    campaign: theme.campaign,
    channel,
    capturedAt,
    email: email ?? undefined,
    externalId: externalId ?? undefined,
    jobTitle: orNothing(chance, 0.8, title),
    phone: orNothing(chance, 0.35, phone),
    language: orNothing(chance, 0.6, language),
    asset: asset ?? undefined,
  };
}
