/** A line of business: how its companies are called, how big they are, what runs in them. */
export type Trade = {
  /** The vertical, then the second-order vertical. */
  industry: string;
  /** Second parts of company names. */
  words: readonly string[];
  /** Employees, smallest and largest. */
  size: readonly [number, number];
  /** How often it occurs among a hundred. */
  share: number;
  systems: readonly string[];
};

const list = (text: string) => text.split("|");
const trade = (
  industry: string,
  words: string,
  size: readonly [number, number],
  share: number,
  systems: string,
): Trade => ({ industry, words: list(words), size, share, systems: list(systems) });

const ERP =
  "SAP S/4HANA|SAP S/4HANA|SAP Business One|Microsoft Dynamics 365|Oracle NetSuite|Infor M3";

/** The first ten are what a platform for logistics data is made for; the rest came by anyway. */
export const TRADES: readonly Trade[] = [
  trade("Logistics, cold chain", "Logistics|Cold Chain|Reefer Lines", [180, 2400], 14, ERP),
  trade("Logistics, road freight", "Freight|Transport|Haulage", [150, 3200], 13, ERP),
  trade("Logistics, contract logistics", "Fulfilment|Warehousing|Supply", [220, 5200], 10, ERP),
  trade("Logistics, ports and terminals", "Terminals|Port Services", [260, 1900], 6, ERP),
  trade("Manufacturing, packaging", "Packaging|Papier|Containers", [210, 4100], 8, ERP),
  trade("Automotive, parts", "Components|Motor Parts", [320, 8800], 7, ERP),
  trade("Food, dairy and frozen", "Foods|Dairies|Frozen", [160, 3900], 10, ERP),
  trade("Retail, grocery", "Markets|Grocers", [400, 9600], 8, ERP),
  trade("Pharma, distribution", "Pharma|Medical Supply", [200, 2800], 7, ERP),
  trade("Energy, offshore wind", "Offshore|Wind Works", [230, 2100], 5, ERP),
  trade("Software, HR tech", "Labs|Software", [8, 140], 4, "HubSpot|Slack|Google Workspace"),
  trade("Consulting, boutique", "Partners|Advisory", [3, 45], 4, "Google Workspace|Notion"),
  trade("Education, university", "Institute|Academy", [300, 4200], 2, "Moodle|Microsoft 365"),
  trade("Media, agency", "Studio|Media", [6, 80], 2, "Google Workspace|Figma"),
];

export const CLOUDS = ["Azure", "AWS", "Google Cloud"] as const;
export const EXTRAS = [
  "Power BI",
  "Tableau",
  "Salesforce",
  "HubSpot",
  "Snowflake",
  "Kafka",
  "ServiceNow",
  "Hauldrift TMS",
  "Ladeluchs",
  "Manhattan WMS",
] as const;

/** What people are called at work, by how near they are to a decision; some as they say at home. */
export const TITLES = {
  decides: list(
    "VP Operations|Chief Operating Officer|Head of Logistics|Supply Chain Director|CIO|Head of Data|Director of Transport|VP Supply Chain|Head of IT|Head of Procurement",
  ),
  leads: list(
    "Logistics Manager|IT Manager|Transport Planning Lead|Warehouse Operations Manager|Integration Lead|Digital Operations Manager|Procurement Manager|Fleet Manager",
  ),
  works: list(
    "Supply Chain Analyst|Integration Architect|Business Analyst|Transport Planner|ERP Consultant|Data Engineer|Sustainability Coordinator|Customs Specialist",
  ),
} as const;

export const LOCAL_TITLES: Readonly<Record<string, readonly string[]>> = {
  de: list("Leiter Supply Chain|Leiterin Logistik|Bereichsleiter IT"),
  fr: list("Directrice des opérations|Directeur logistique|Responsable transport"),
  es: list("Directora de Operaciones|Responsable de Logística|Jefe de Tráfico"),
  it: list("Direttore Logistica|Responsabile Supply Chain"),
  nb: list("Logistikksjef|Driftsdirektør"),
  pl: list("Dyrektor ds. Logistyki|Kierownik Transportu"),
};
