import type { DirectoryPerson } from "@/lib/enrichment/directory/file";
import type { Random } from "../random";
import type { Country } from "./countries";
import { NAMES, NATIVE } from "./names";
import { addressPart } from "./spelling";
import { LOCAL_TITLES, TITLES } from "./trades";

const LOCAL_TITLE = 0.15;
const OWN_SCRIPT = 0.6;
const FIXED_LINE = 0.25;
/** What directories lack, as a share of people. */
const LACKS = { phone: 0.09, linkedin: 0.05, title: 0.02, language: 0.1, mailbox: 0.03 } as const;

type AddressForm = (given: string, family: string) => string;

/** How a company writes its addresses; one form for the whole company. */
export const ADDRESS_FORMS: readonly AddressForm[] = [
  (given, family) => `${given}.${family}`,
  (given, family) => `${given}.${family}`,
  (given, family) => `${given.slice(0, 1)}.${family}`,
  (given, family) => `${given.slice(0, 1)}${family.replaceAll("-", "")}`,
];

function titleOf(chance: Random, language: string): string {
  const local = LOCAL_TITLES[language];
  if (local && chance.chance(LOCAL_TITLE)) return chance.pick(local);
  return chance.pick(TITLES[chance.weighted({ decides: 45, leads: 35, works: 20 })]);
}

/** A number of the country's form, its last digits by chance. */
function numberOf(chance: Random, form: string): string {
  return form.replace(/#/g, () => `${chance.between(0, 9)}`);
}

function nativeName(chance: Random, given: string, family: string) {
  const native = { given: NATIVE[given], family: NATIVE[family] };
  if (!native.given || !native.family || !chance.chance(OWN_SCRIPT)) return {};
  return { native: { given: native.given, family: native.family } };
}

/** Up to `count` people of one company. Two never share an address. */
export function peopleOf(
  chance: Random,
  company: { domain: string; country: Country; addressForm: AddressForm },
  count: number,
): DirectoryPerson[] {
  const { country, domain, addressForm } = company;
  const names = NAMES[country.code];
  if (!names) throw new Error(`No names for ${country.code}.`);
  const people = new Map<string, DirectoryPerson>();
  for (let turn = 0; turn < count; turn++) {
    const given = chance.pick(chance.chance(0.5) ? names.women : names.men);
    const family = chance.pick(names.family);
    const email = `${addressForm(addressPart(given), addressPart(family))}@${domain}`;
    const language = chance.pick(country.languages);
    const title = titleOf(chance, language);
    const phone = numberOf(chance, chance.chance(FIXED_LINE) ? country.fixed : country.mobile);
    const slug = `${addressPart(given)}-${addressPart(family)}-${chance.between(100, 999)}`;
    const lacks = (what: keyof typeof LACKS) => chance.chance(LACKS[what]);
    people.set(email, {
      email,
      given,
      family,
      ...nativeName(chance, given, family),
      ...(lacks("title") ? {} : { title }),
      ...(lacks("phone") ? {} : { phone }),
      ...(lacks("linkedin") ? {} : { linkedin: `https://www.linkedin.com/in/${slug}` }),
      ...(lacks("language") ? {} : { language }),
      ...(lacks("mailbox") ? { deliverable: false } : {}),
    });
  }
  return [...people.values()];
}
