const codes = (text: string) => text.split(/\s+/).filter(Boolean);

const NORDICS = codes("DK FI IS NO SE AX FO GL");
const DACH = codes("AT CH DE LI");
const BENELUX = codes("BE LU NL");
const EUROPE = codes(`${NORDICS.join(" ")} ${DACH.join(" ")} ${BENELUX.join(" ")}
  AD AL BA BG BY CY CZ EE ES FR GB GG GI GR HR HU IE IM IT JE LT LV MC MD ME MK MT PL PT RO RS RU
  SI SK SM UA VA XK`);
const MIDDLE_EAST = codes("AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE");
const AFRICA = codes(`AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR
  LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW`);
const NORTH_AMERICA = codes("BM CA GL MX PM US");
const LATIN_AMERICA = codes(`AR BO BR CL CO CR CU DO EC GT GY HN HT JM MX NI PA PE PR PY SR SV TT
  UY VE`);
const ASIA_PACIFIC = codes(`AF AU BD BN BT CN FJ HK ID IN JP KH KR KZ LA LK MM MN MO MV MY NP NZ PG
  PH PK SG TH TJ TL TM TW UZ VN`);

/** Regions as sales speaks of them, with their countries (ISO 3166 alpha-2). */
export const REGIONS: Readonly<Record<string, readonly string[]>> = {
  EMEA: [...EUROPE, ...MIDDLE_EAST, ...AFRICA],
  Europe: EUROPE,
  Nordics: NORDICS,
  DACH,
  Benelux: BENELUX,
  "Middle East": MIDDLE_EAST,
  Africa: AFRICA,
  Americas: [...NORTH_AMERICA, ...LATIN_AMERICA],
  "North America": NORTH_AMERICA,
  "Latin America": LATIN_AMERICA,
  APAC: ASIA_PACIFIC,
};

/** The countries that a list of countries and regions stands for. */
export const countriesOf = (places: readonly string[]): Set<string> =>
  new Set(places.flatMap((place) => REGIONS[place] ?? place));
