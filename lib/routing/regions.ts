import { entryOf } from "@/lib/platform/entry-of";

const codes = (text: string) => text.split(/\s+/).filter(Boolean);

const NORDICS = codes("DK FI IS NO SE AX FO GL SJ");
const DACH = codes("AT CH DE LI");
const BENELUX = codes("BE LU NL");
const EUROPE = codes(`${NORDICS.join(" ")} ${DACH.join(" ")} ${BENELUX.join(" ")}
  AD AL AM AZ BA BG BY CY CZ EE ES FR GB GE GG GI GR HR HU IE IM IT JE LT LV MC MD ME MK MT PL PT RO RS RU
  SI SK SM UA VA XK`);
const MIDDLE_EAST = codes("AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE");
const AFRICA =
  codes(`AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR
  LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW`);
const NORTH_AMERICA = codes("BM CA GL MX PM US");
/** With the Caribbean, whosever flag flies there. */
const LATIN_AMERICA = codes(`AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GS
  GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI`);
const ASIA_PACIFIC = codes(`AF AS AU BD BN BT CC CK CN CX FJ FM GU HK ID IN JP KG KH KI KP KR KZ LA
  LK MH MM MN MO MP MV MY NC NF NP NR NU NZ PF PG PH PK PN PW SB SG TH TJ TK TL TM TO TV TW UZ VN VU
  WF WS`);

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
  new Set(places.flatMap((place) => entryOf(REGIONS, place) ?? place));
