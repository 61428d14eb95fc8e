import type { Role } from "@/lib/access/roles";

/** Someone who works at the demonstration's company. `speed` is a rep's: how soon they call. */
export type StaffMember = {
  key: string;
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  locale: string;
  territory: readonly string[];
  territoryName: string | null;
  /** Hours east of UTC. */
  utcOffset: number;
  /** The share of leads that a rep calls inside the response window; 0 for others. */
  prompt: number;
};

/** The company the demonstration plays: it sells a platform for logistics data. */
export const VENDOR = {
  name: "Tallyport",
  domain: "tallyport.example",
  /** What its reps sell; its Academy is another business unit. */
  product: "Platform",
} as const;

type Row = [
  key: string,
  name: string,
  role: Role,
  timeZone: string,
  locale: string,
  utcOffset: number,
  prompt?: number,
  territory?: string,
  territoryName?: string,
];

const ROWS: readonly Row[] = [
  [
    "amara",
    "Amara Lindqvist",
    "rep",
    "Europe/Oslo",
    "en-GB",
    1,
    0.86,
    "NO SE DK FI GB IE",
    "Nordics, UK and Ireland",
  ],
  [
    "jonas",
    "Jonas Rehberg",
    "rep",
    "Europe/Berlin",
    "en-DE",
    1,
    0.78,
    "DE AT CH PL CZ",
    "DACH and Central Europe",
  ],
  [
    "maud",
    "Maud Verlinden",
    "rep",
    "Europe/Brussels",
    "en-BE",
    1,
    0.72,
    "NL BE FR",
    "Benelux and France",
  ],
  ["teo", "Teo Marchena", "rep", "Europe/Madrid", "en-ES", 1, 0.66, "ES PT IT", "Southern Europe"],
  ["dana", "Dana Whitlock", "rep", "America/Chicago", "en-US", -6, 0.81, "US CA BR", "Americas"],
  [
    "ravi",
    "Ravi Menon",
    "rep",
    "Asia/Singapore",
    "en-SG",
    8,
    0.58,
    "JP SG AU IN NG ZA",
    "Asia-Pacific and Africa",
  ],
  ["sofia", "Sofia Brandt", "marketing_ops", "Europe/Berlin", "en-GB", 1],
  ["kofi", "Kofi Mensah", "marketing_ops", "Europe/London", "en-GB", 0],
  ["helle", "Helle Winther", "manager", "Europe/Copenhagen", "en-DK", 1],
  ["pim", "Pim Aldershof", "admin", "Europe/Amsterdam", "en-NL", 1],
];

/** In the order in which they joined, which decides whom a demonstration button signs in. */
export const STAFF: readonly StaffMember[] = ROWS.map(
  ([key, name, role, timeZone, locale, utcOffset, prompt = 0, territory = "", area]) => ({
    key,
    name,
    email: `${name.toLowerCase().replace(" ", ".")}@${VENDOR.domain}`,
    role,
    timeZone,
    locale,
    utcOffset,
    prompt,
    territory: territory.split(" ").filter(Boolean),
    territoryName: area ?? null,
  }),
);
