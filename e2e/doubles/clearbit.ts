import { type Asked, type Double, FAULTS, json, type Reply, startDouble } from "./double";

/** The one key that this Clearbit accepts. */
export const CLEARBIT_KEY = "sk_1f3c9d0b7a62";

const error = (status: number, type: string, headers?: Record<string, string>): Reply =>
  json(status, { error: { type, message: `Clearbit's own words for ${type}` } }, headers);

/** What goes wrong with Clearbit, by name. It sends no Retry-After, and says when its window ends. */
export const CLEARBIT_FAULTS = {
  ...FAULTS,
  "a rate limit": {
    ...error(429, "rate_limit"),
    headers: {
      "x-ratelimit-limit": "600",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "1795428045",
      date: "Mon, 23 Nov 2026 10:00:00 GMT",
    },
  },
  "used-up credits": error(402, "over_limit"),
  "a route it does not know": error(404, "unknown_route"),
  "a body of another shape": json(200, { result: [] }),
} as const satisfies Record<string, Reply>;

const NORDLYS = {
  id: "027b0d40-016c-40ea-8925-a076fa640001",
  name: "NORDLYS LOGISTICS AS",
  legalName: "Nordlys Logistics AS",
  domain: "nordlys-logistics.example",
  domainAliases: ["nordlys.example"],
  phone: "+47 22 86 50 00",
  category: {
    sector: "Industrials",
    industryGroup: "Transportation",
    industry: "Road & Rail",
    subIndustry: "Trucking",
  },
  tags: ["Logistics"],
  metrics: {
    employees: 1240,
    employeesRange: "1K-5K",
    annualRevenue: null,
    estimatedAnnualRevenue: "$100M-$250M",
  },
  tech: ["google_apps", "hubspot", "google_tag_manager", "aws"],
};

/** As versions before 2015 answered: `employees` at the top, `categories`, and no metrics. */
const OLD_SHAPE = {
  id: "027b0d40-016c-40ea-8925-a076fa640002",
  name: "Havfisk",
  domain: "havfisk.example",
  employees: 200,
  categories: ["Seafood", "Design"],
};

const INGRID = {
  id: "d54c54ad-40be-4305-8a34-0ab447100001",
  name: { fullName: "Ingrid Solberg", givenName: "Ingrid", familyName: "Solberg" },
  email: "ingrid.solberg@nordlys-logistics.example",
  geo: { country: "Norway", countryCode: "NO" },
  employment: {
    name: "Nordlys Logistics",
    title: "Head of Supply Chain",
    domain: "nordlys-logistics.example",
    role: "operations",
    seniority: "director",
  },
  linkedin: { handle: "in/ingrid-solberg" },
  fuzzy: false,
};

const at = (name: string) => `${name}@nordlys-logistics.example`;

/** Whom it knows by address: each is one way in which a success is more or less than it seems. */
const PEOPLE: Readonly<Record<string, { person: object | null; company: object | null }>> = {
  [at("ingrid.solberg")]: { person: INGRID, company: NORDLYS },
  [at("slow")]: { person: { ...INGRID, email: at("slow") }, company: NORDLYS },
  [at("moved")]: {
    person: {
      ...INGRID,
      email: at("moved"),
      employment: { name: "Havfisk", title: "Chief Executive", domain: "havfisk.example" },
    },
    company: OLD_SHAPE,
  },
  [at("old-profile")]: {
    person: {
      ...INGRID,
      email: at("old-profile"),
      linkedin: { handle: "pub/ingrid-solberg/78/29/ab5" },
    },
    company: null,
  },
  [at("likely")]: { person: { ...INGRID, email: at("likely"), fuzzy: true }, company: null },
  [at("company-only")]: { person: null, company: NORDLYS },
  [at("nobody")]: { person: null, company: null },
  [at("somebody-else")]: {
    person: {
      ...INGRID,
      email: "roy.chung@elsewhere.example",
      name: { fullName: "Roy Chung", givenName: "Roy", familyName: "Chung" },
      linkedin: { handle: "in/roy-chung" },
    },
    company: NORDLYS,
  },
  [at("rubbish")]: {
    person: {
      id: "d54c54ad-40be-4305-8a34-0ab447100009",
      email: at("rubbish"),
      name: { fullName: "N/A" },
      employment: { title: "TBD" },
      linkedin: { handle: "company/nordlys" },
    },
    company: null,
  },
};

const COMPANIES: Readonly<Record<string, object>> = {
  "nordlys-logistics.example": NORDLYS,
  "nordlys.example": NORDLYS,
  "havfisk.example": OLD_SHAPE,
  "taken-over.example": { ...OLD_SHAPE, name: "Somebody Quite Different" },
};

/** A Clearbit: `slow@` is queued the first time, `pending@` always, in both forms of a 202. */
export function startClearbit(): Promise<Double> {
  const queued = new Set<string>();
  return startDouble((asked) => {
    const refused = unauthorised(asked);
    if (refused) return refused;
    const wanted = asked.query.get("email") ?? asked.query.get("domain") ?? "";
    if (wanted === at("pending")) return { status: 202, body: "" };
    if (wanted === at("slow") && !queued.has(wanted)) {
      queued.add(wanted);
      return error(202, "queued");
    }
    const known = asked.path === "/v2/combined/find" ? PEOPLE : COMPANIES;
    const found = asked.path.endsWith("/find") ? known[wanted] : undefined;
    return found ? json(200, found) : error(404, "unknown_record");
  });
}

function unauthorised({ headers: { authorization } }: Asked): Reply | null {
  if (!authorization) return error(401, "auth_required");
  const expected = `Basic ${Buffer.from(`${CLEARBIT_KEY}:`).toString("base64")}`;
  return authorization === expected ? null : error(401, "invalid_api_key");
}
