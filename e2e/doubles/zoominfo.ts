import { type Asked, type Double, FAULTS, json, type Reply, startDouble } from "./double";

/** The one account that this ZoomInfo knows. */
export const ZOOMINFO_ACCOUNT = { username: "api@customer.example", password: "pw-93bd1f" };

const usage = { "x-usage-record-limit-remaining": "4200", "x-ratelimit-remaining": "1498" };

/** What goes wrong with ZoomInfo, by name; its older errors differ by their words only. */
export const ZOOMINFO_FAULTS = {
  ...FAULTS,
  "a rate limit": json(
    429,
    { message: "You have exceeded your API query rate limit." },
    {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "1795428020",
      date: "Mon, 23 Nov 2026 10:00:00 GMT",
    },
  ),
  "used-up records": json(403, { message: "You have used up all of your allowed record limit" }),
  "a used-up limit of new contacts": json(400, {
    message: "Exceeded the max limit to enrich new Contacts or Companies",
  }),
  "used-up credits, newer": json(400, {
    error: { code: "PFAPI0011", message: "Credit Limit Reached" },
  }),
  "no access to enrichment": json(403, {
    message: "You do not have access to the enrich endpoint",
  }),
  "a field it does not have": json(400, {
    error: { code: "PFAPI0009", message: "OutputFields invalid" },
  }),
  "a limit inside a 200": json(200, {
    success: true,
    data: { result: [{ input: {}, data: [], matchStatus: "LIMIT_EXCEEDED" }] },
  }),
  "a failure inside a 200": json(200, { success: false, error: "Search failed." }),
} as const satisfies Record<string, Reply>;

const HENRIETTA = {
  id: 1260398587,
  firstName: "Henrietta",
  lastName: "Stone",
  email: "henrietta.stone@cascade-freight.example",
  hasCanadianEmail: "false",
  phone: "(360) 783-6816",
  directPhoneDoNotCall: false,
  mobilePhone: "(503) 226-1234",
  mobilePhoneDoNotCall: "false",
  jobTitle: "Vice President, Operations",
  personHasMoved: "Uncertain",
  country: "United States",
  validDate: "1/5/2020 2:59 PM",
  lastUpdatedDate: "06/27/2020",
  externalUrls: [
    { type: "twitter.com", url: "https://www.twitter.com/hstone" },
    { type: "linkedin.com", url: "https://www.linkedin.com/in/hstone" },
  ],
  company: {
    id: 344589814,
    name: "Cascade Freight",
    website: "www.cascade-freight.example",
    phone: "(360) 783-6800",
    // Of a contact's company in dollars, of a company in thousands.
    revenue: "$400 Million",
    revenueNumeric: 400000000,
  },
};

const CASCADE = {
  id: 344589814,
  name: "CASCADE FREIGHT, INC.",
  website: "www.cascade-freight.example",
  domainList: ["cascade-freight.example", "cascade.example"],
  revenue: 400000,
  revenueRange: "$250 mil. - $500 mil.",
  employeeCount: "1500",
  primaryIndustry: ["Transportation"],
  industries: ["Freight & Logistics Services", "Transportation"],
};

const TECHNOLOGIES = [
  { tag: "25420", vendor: "Google LLC", product: "Google Compute Engine", logo: null },
  { tag: "23715", vendor: "The Kubernetes Authors", product: "Kubernetes" },
  { tag: "122544", vendor: "Nobody", product: null },
];

/** Asked about this one, it plays an account whose contract has no mobile numbers. */
const SMALL_CONTRACT = /small-contract@/;

/** Whom it knows by address; what stands there changes Henrietta. */
const PEOPLE: Readonly<Record<string, object>> = {
  "henrietta.stone": {},
  "no-direct-calls": { directPhoneDoNotCall: "true" },
  "no-calls": { directPhoneDoNotCall: true, mobilePhoneDoNotCall: true },
  switchboard: { phone: "360-783-6800", mobilePhone: null },
  unusable: { phone: "783-6816", mobilePhone: "(555) 555-0100" },
  "small-contract": { mobilePhone: undefined },
  moved: { personHasMoved: "Yes" },
};

/** A ZoomInfo whose tokens end when `expire` is called. */
export type Zoominfo = Double & { expire(): void };

export async function startZoominfo(): Promise<Zoominfo> {
  const valid = new Set<string>();
  let given = 0;
  const double = await startDouble((asked) => {
    if (asked.path === "/authenticate") {
      const { username, password } = asked.body as { username: string; password: string };
      const known =
        username === ZOOMINFO_ACCOUNT.username && password === ZOOMINFO_ACCOUNT.password;
      if (!known) return json(401, { message: "Authentication failed" });
      given += 1;
      valid.add(`jwt-${given}`);
      return json(200, { jwt: `jwt-${given}` });
    }
    const token = asked.headers.authorization?.replace("Bearer ", "") ?? "";
    return valid.has(token) ? answer(asked) : json(401, { message: "Authentication failed" });
  });
  return { ...double, expire: () => valid.clear() };
}

function answer({ path, body }: Asked): Reply {
  const { matchPersonInput, matchCompanyInput, companyId, outputFields } = body as {
    outputFields?: string[];
    matchPersonInput?: { emailAddress?: string; fullName?: string }[];
    matchCompanyInput?: { companyWebsite?: string; companyName?: string }[];
    companyId?: string;
  };
  if (path === "/enrich/tech") {
    if (companyId !== "344589814")
      return json(403, { message: "You do not have access to this endpoint" });
    return json(200, { maxResults: 3, totalResults: 3, currentPage: 1, data: TECHNOLOGIES });
  }
  if (SMALL_CONTRACT.test(JSON.stringify(body)) && outputFields?.includes("mobilePhone")) {
    return json(403, { message: "There are fields that are not allowed under your subscription" });
  }
  if (path === "/enrich/contact") return results(person(matchPersonInput?.[0] ?? {}));
  return results(company(matchCompanyInput?.[0] ?? {}));
}

function results(data: object[]): Reply {
  const matchStatus = data.length > 0 ? "FULL_MATCH" : "NO_MATCH";
  const result = [{ input: {}, data, matchStatus }];
  return json(200, { success: true, data: { outputFields: [[]], result } }, usage);
}

function person({
  emailAddress,
  fullName,
}: {
  emailAddress?: string;
  fullName?: string;
}): object[] {
  if (!emailAddress) return fullName === "Henrietta Stone" ? [HENRIETTA] : [];
  const change = PEOPLE[emailAddress.split("@")[0] ?? ""];
  return change ? [{ ...HENRIETTA, email: emailAddress, ...change }] : [];
}

function company({
  companyWebsite,
  companyName,
}: {
  companyWebsite?: string;
  companyName?: string;
}) {
  if (companyWebsite === "cascade-freight.example" || companyName === "Cascade Freight")
    return [CASCADE];
  if (companyWebsite === "without-technologies.example") {
    return [{ ...CASCADE, id: 7, website: companyWebsite, domainList: [] }];
  }
  return [];
}
