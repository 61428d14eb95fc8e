/** What the generator needs to know of a country. */
export type Country = {
  code: string;
  /** BCP 47, the usual one first. */
  languages: readonly string[];
  /** Hours east of UTC in winter: enough to keep people out of bed, and no more is asked of it. */
  utcOffset: number;
  /** How many companies of the directory are there. */
  companies: number;
  /** E.164, the last digits to be filled in. */
  mobile: string;
  fixed: string;
  legalForms: readonly string[];
  /** First parts of company names, made up. */
  roots: readonly string[];
};

/**
 * Numbers lie in the ranges that regulators keep for films where there are such (US and Canada
 * 555-01, Sweden 070-1740 6, Australia 0491 570, Germany 0171 3920), else in the block that
 * libphonenumber shows as its example: valid everywhere, and hardly anybody's.
 * Columns: code; languages; hours east of UTC; companies; mobile; fixed line; legal forms; roots.
 */
const TABLE = `
  NO ; nb ; 1 ; 12 ; +4741234### ; +4722865### ; AS, ASA ; Nordlys, Fjordvik, Bergheim, Havsund, Stormark, Lofotvær, Tindeby, Elvegård, Granli, Skarvøy, Vinterbro, Ravnkollen
  SE ; sv ; 1 ; 10 ; +467017406## ; +468465004## ; AB ; Norrsken, Åkervik, Mälarhamn, Västkaj, Björksund, Kallvatten, Silverå, Hedmark, Ekbacken, Storfors
  DK ; da ; 1 ; 7 ; +4534412### ; +4532123### ; A/S, ApS ; Øresø, Klintholm, Vesterhav, Fjordby, Lyngdal, Egeskær, Sandvig
  FI ; fi, sv ; 2 ; 6 ; +358412345### ; +358912345### ; Oy, Oyj ; Kuusilahti, Revontuli, Järvelä, Satamakoski, Pohjanranta, Hopeasalmi
  GB ; en ; 0 ; 13 ; +447400123### ; +442079460### ; Ltd, plc ; Harrowgate Mill, Thornbury, Kestrel & Vane, Pennine Gate, Ashdown, Marlow Quay, Redmire, Calderstone, Wexcombe, Northmoor, Larkfield, Saltmarsh, Greywater
  IE ; en, ga ; 0 ; 5 ; +353850123### ; +35312009### ; Ltd, DAC ; Clare, Ballinrath, Shannonside, Glenmara, Atlantic Gate
  DE ; de ; 1 ; 13 ; +4917139200### ; +4930231812## ; GmbH, AG, GmbH & Co. KG ; Elbkontor, Rheinfurt, Wacholder, Nordheide, Kranich, Isartal, Havelwerk, Möwenstein, Fuldablick, Sankt Arnulf, Ostkamp, Bärenthal, Lindenau
  AT ; de ; 1 ; 4 ; +43664123### ; +4312345### ; GmbH, AG ; Murtaler, Donaukai, Karwendler, Traunfels
  CH ; de, fr, it ; 1 ; 5 ; +41781234### ; +41212345### ; AG, SA ; Säntisblick, Rhonequai, Ticinella, Aarebrugg, Uristier
  NL ; nl ; 1 ; 8 ; +31612345### ; +31101234### ; B.V., N.V. ; Waalhaven, Polderlicht, Zuiderkade, Merwestroom, Oranjesluis, Duinvoort, Lekdijk, Texelhoek
  BE ; nl, fr ; 1 ; 5 ; +32470123### ; +3222345### ; NV, SA ; Scheldekaai, Ardenval, Leiehout, Sambreville, Kempenland
  FR ; fr ; 1 ; 8 ; +33612345### ; +33199003### ; SAS, SA ; Rivage, Belcombe, Quai du Levant, Montclar, Aubépine, Ventoux Nord, Garonnelle, Pierrefeu
  ES ; es, ca ; 1 ; 7 ; +34612345### ; +34910123### ; S.A., S.L. ; Puerto Claro, Sierraluz, Ebrovía, Almazara, Cantábrica, Llevant, Mesetar
  PT ; pt ; 0 ; 3 ; +351912345### ; +351212345### ; S.A., Lda ; Foz Dourada, Atlântida, Serrano
  IT ; it ; 1 ; 7 ; +393123456### ; +390212345### ; S.p.A., S.r.l. ; Portofosco, Valdarena, Lagunare, Monterosso, Tramontana, Padanella, Adriamare
  PL ; pl ; 1 ; 7 ; +48512345### ; +48221234### ; Sp. z o.o., S.A. ; Huta Północ, Wiślana, Bursztyn, Żuraw, Karpacka, Złota Brama, Mazurska
  CZ ; cs ; 1 ; 4 ; +420601123### ; +420212345### ; s.r.o., a.s. ; Vltavan, Beskydy, Šumavská, Moravan
  US ; en, es ; -6 ; 9 ; +12015550### ; +13125550### ; Inc., LLC, Corporation ; Prairie Junction, Blue Heron, Copper Ridge, Great Bend, Sawtooth, Tidewater Bay, Cedar Fork, Lone Mesa, Harborlight
  CA ; en, fr ; -5 ; 4 ; +15065550### ; +14165550### ; Inc., Ltd. ; Rivière Blanche, Tamarack, Fundy Shore, Caribou Falls
  BR ; pt-BR ; -3 ; 4 ; +5511961234### ; +551123456### ; S.A., Ltda ; Arvo, Serra Azul, Cais do Sul, Ipê
  JP ; ja ; 9 ; 4 ; +819012345### ; +81312345### ; K.K. ; Kitahama, Aoba Minato, Shirasagi, Tsukinami
  SG ; en, zh ; 8 ; 3 ; +6581234### ; +6561234### ; Pte. Ltd. ; Merbau, Straitsgate, Tanjong Lima
  AU ; en ; 10 ; 4 ; +61491570### ; +61270105### ; Pty Ltd ; Wattle Bay, Red Gum, Southern Ketch, Bluebush
  IN ; en, hi ; 5.5 ; 3 ; +918123456### ; +911123456### ; Pvt. Ltd. ; Sagarmitra, Neelkanth, Vindhya
  NG ; en ; 1 ; 2 ; +2348021234### ; +2348021234### ; Ltd ; Lagoon, Harmattan
  ZA ; en, af ; 2 ; 3 ; +27711234### ; +27101234### ; (Pty) Ltd ; Karoo Gate, Protea, Drakensvlei
`;

const list = (text: string) => text.split(", ");

function country(line: string): Country {
  const cells = line.split(";").map((cell) => cell.trim());
  const [code = "", languages = "", utcOffset, companies, mobile = "", fixed = ""] = cells;
  const [legalForms = "", roots = ""] = cells.slice(6);
  return {
    code,
    languages: list(languages),
    utcOffset: Number(utcOffset),
    companies: Number(companies),
    mobile,
    fixed,
    legalForms: list(legalForms),
    roots: list(roots),
  };
}

export const COUNTRIES: readonly Country[] = TABLE.trim().split("\n").map(country);

/** The country with an ISO 3166 code; throws for one that the demonstration does not know. */
export function countryOf(code: string): Country {
  const found = COUNTRIES.find((one) => one.code === code);
  if (!found) throw new Error(`The demonstration has no country ${code}.`);
  return found;
}
