import { capitalised, isOneCase } from "./name-case";

/** Names that their owners write in capitals or in their own way, by their lower-case letters. */
const BRANDS = new Map(
  `IBM SAP 3M IKEA NASA BMW BASF NVIDIA ASUS HSBC KPMG UBS ABB AXA ING RWE EY PwC BDO GE HP HPE BP
   NTT NEC LG JBS UPS DHL FedEx TUI KLM SAS H&M AT&T EDF AMD TSMC ASML ARM EMC AOL CNN BBC NBC CBS
   ESPN MTV DSM DNB KLP SWIFT ADP AIG BNP BBVA BNY CVS KFC LVMH L'Oréal LEGO MAN MSCI NCR OMV PSA
   RBC RTX SKF TCS TIM TNT UBM USAA VMware WPP XPO YKK ZTE eBay PayPal YouTube LinkedIn HubSpot
   GitHub GitLab OpenAI DeepMind McKinsey McDonald's easyJet iRobot JetBrains MongoDB PostgreSQL
   WhatsApp AirBnB DocuSign ServiceNow SurveyMonkey ZoomInfo BlackRock JPMorgan MasterCard
   PepsiCo ExxonMobil ConocoPhillips TotalEnergies DuPont GlaxoSmithKline AstraZeneca BioNTech
   SpaceX DoorDash TripAdvisor WeWork AutoCAD CVS InBev UiPath DataDog CrowdStrike HelloFresh`
    .split(/\s+/)
    .map((brand) => [brand.toLowerCase(), brand] as const),
);

/** Small words inside a name, and short words that no abbreviation should be made of. */
const SMALL = new Set(
  "a an and as at by de del der di do du for from in of on or to van von und et y e og och la le".split(
    " ",
  ),
);
const SHORT_WORDS = new Set(
  `the new big old red sun air sea sky car bay box boy day dog cat eye fly fox fun gas ice ink inn
   job joy key lab law oil one two six ten our pet pro art way web win zoo all any ace add age aid
   arc ark arm bar bed bee bit bio bus cab cap city cup die dry ear eco egg end far fit fix gem get
   go gym hat hot hub hut ivy jet kid kit lee log lux map max med men mix net nut oak pad pan park
   pay pen pie pin pit pop pot pub raw ray run sea set six spa spy tax tea tex tin tip top toy tri up
   us use van vet we wet yes you my me it is be st mt san los las el al los bon mac joe jim tom sam
   ben bob dan ed co corp bros`.split(/\s+/),
);

/** The name in proper case where its letters are all of one case; as it is where they are mixed. */
export function companyCase(name: string): string {
  if (!isOneCase(name)) return name;
  const capitals = !/\p{Ll}/u.test(name);
  return name
    .split(" ")
    .map((word, index) => wordCase(word, index === 0, capitals))
    .join(" ");
}

function wordCase(word: string, first: boolean, capitals: boolean): string {
  const small = word.toLowerCase();
  const brand = BRANDS.get(small);
  if (brand) return brand;
  if (!first && SMALL.has(small)) return small;
  if (capitals && isAbbreviation(word)) return word;
  return small
    .split(/([-/&+'’.()])/)
    .map(partCase)
    .join("");
}

/** What nobody pronounces as a word: BDO, J.P., 4G, HSBC. */
function isAbbreviation(word: string): boolean {
  const letters = word.replace(/\P{L}/gu, "");
  if (SHORT_WORDS.has(letters.toLowerCase())) return false;
  if (/\p{N}/u.test(word) || /^(?:\p{L}\.)+\p{L}?\.?$/u.test(word)) return true;
  return letters.length <= 3 || !/[AEIOUYÆØÅÄÖÜ]/u.test(letters.normalize("NFC"));
}

/** An ending after a point (booking.com) and a genitive (Macy's) stay small. */
function partCase(part: string, index: number, parts: string[]): string {
  const before = parts[index - 1];
  if (before === "." && index === parts.length - 1 && part.length <= 3) return part;
  if ((before === "'" || before === "’") && part.length <= 2) return part;
  return capitalised(part);
}
