import { type Double, FAULTS, json, type Reply, startDouble } from "./double";

/** The one key that this Apollo accepts. */
export const APOLLO_KEY = "ap_7d1e55c0a9";

/** What goes wrong with Apollo, by name. */
export const APOLLO_FAULTS = {
  ...FAULTS,
  "a rate limit": json(429, {
    message:
      "The maximum number of api calls allowed for api/v1/people/match is 600 times per hour. Please upgrade your plan.",
  }),
  "a rate limit that says when": json(429, { message: "Too many" }, { "retry-after": "17" }),
  "used-up credits": json(422, { error: "You have insufficient credits for this request." }),
  "a key without this endpoint": json(403, {
    error: "This API key is not authorized to access api/v1/people/match.",
    error_code: "API_INACCESSIBLE",
  }),
  "a body of another shape": json(200, { people: [] }),
  "an error inside a 200": json(200, { error: "something", person: undefined }),
} as const satisfies Record<string, Reply>;

const ORGANIZATION = {
  id: "5e66b6381e05b4008c830001",
  name: "Nordlys Logistics",
  website_url: "http://www.nordlys-logistics.example",
  primary_domain: "nordlys-logistics.example",
  primary_phone: {},
  industry: "logistics & supply chain",
  industries: ["logistics & supply chain", "leisure, travel & tourism"],
  secondary_industries: ["leisure, travel & tourism"],
  estimated_num_employees: 1200,
  annual_revenue_printed: "133.6M",
  annual_revenue: 133613000,
  technology_names: ["Hubspot", "Microsoft Office 365", "reCAPTCHA", "Hubspot"],
};

/** The customer's own copy of somebody: other name, other title, numbers. Never to be read. */
const CONTACT = {
  first_name: "Roy",
  last_name: "Chung",
  name: "Roy Chung",
  title: "Reaching peak potential 💪",
  email: "roy.chung@nordlys-logistics.example",
  sanitized_phone: "+4741234567",
  phone_numbers: [{ raw_number: "412 34 567", sanitized_number: "+4741234567", type: "mobile" }],
};

const INGRID = {
  id: "64a7ff0cc4dfae00013d0001",
  first_name: "Ingrid",
  last_name: "Solberg",
  name: "Ingrid Solberg",
  linkedin_url: "http://www.linkedin.com/in/ingrid-solberg",
  title: "Head of Supply Chain",
  email: "ingrid.solberg@nordlys-logistics.example",
  email_status: "verified",
  country: "Norway",
  employment_history: [
    { current: true, organization_name: "Nordlys Logistics", title: "Head of Supply Chain" },
    { current: false, organization_name: "Havfisk", title: "Planner" },
  ],
  contact: CONTACT,
  organization: ORGANIZATION,
};

/** As Apollo numbers its requests: signed, 64 bits, and never to be rounded. */
export const APOLLO_REQUEST = "-6763434991299099720";

const NUMBERS = [
  { raw_number: "+47 22 00 00 00", sanitized_number: "+4722000000", type_cd: "work_hq" },
  {
    raw_number: "+47 930 00 001",
    sanitized_number: "+4793000001",
    type_cd: "mobile",
    status_cd: "valid_number",
    dnc_status_cd: "registered",
  },
  {
    raw_number: "+47 406 54 321",
    sanitized_number: "+4740654321",
    type_cd: "mobile",
    status_cd: "valid_number",
    dnc_status_cd: null,
  },
];

/** What becomes of the numbers that were asked for, by name. */
export const APOLLO_NUMBERS = {
  "not yet": json(404, {
    error: "The result is not ready.",
    error_code: "result_pending",
    retry_after_seconds: 40,
  }),
  "still at work": json(200, { webhook_status: "in_progress" }),
  "have come": json(200, {
    webhook_status: "success",
    webhook_result: { people: [{ id: INGRID.id, status: "success", phone_numbers: NUMBERS }] },
  }),
  "only one that must not be called": json(200, {
    webhook_status: "success",
    webhook_result: { people: [{ id: INGRID.id, phone_numbers: NUMBERS.slice(1, 2) }] },
  }),
  "none found": json(200, { webhook_status: "failed", failure_reason: "No phone numbers." }),
  "nobody in it": json(200, { webhook_status: "success", webhook_result: { people: [] } }),
  "an id it never heard of": json(404, { error_code: "request_id_unknown" }),
  "an id that is no number": json(400, { error_code: "invalid_request_id" }),
  "too old": json(410, { error_code: "request_id_expired" }),
} as const satisfies Record<string, Reply>;

const LOCKED = "email_not_unlocked@domain.com";
const HAVFISK = {
  ...ORGANIZATION,
  id: "5e66b6381e05b4008c830002",
  name: "Havfisk",
  website_url: null,
  primary_domain: "havfisk.example",
};

/** Whom it knows by address; `person` null is how it says that it knows nobody. */
const PEOPLE: Readonly<Record<string, object | null>> = {
  "ingrid.solberg": INGRID,
  locked: { ...INGRID, email: LOCKED, email_status: "unavailable" },
  moved: { ...INGRID, email: "moved@nordlys-logistics.example", organization: HAVFISK },
  namesake: { ...INGRID, email: LOCKED, organization: HAVFISK },
  "somebody-else": { ...INGRID, ...CONTACT, linkedin_url: null, contact: null, email: LOCKED },
  "other-address": { ...INGRID, email: "i.solberg@nordlys-logistics.example" },
  bare: {
    id: "64a7ff0cc4dfae00013d0002",
    name: "Ingrid Solberg",
    email: "bare@nordlys-logistics.example",
    title: "Planner",
    organization: null,
    employment_history: [{ current: true, organization_name: "Nordlys Logistics AS" }],
  },
};

/** `numbers` says what it answers to whoever asks after numbers; 'not yet' until then. */
export type Apollo = Double & { numbers(state: keyof typeof APOLLO_NUMBERS): void };

/** An Apollo that knows Ingrid, and some who are less than they seem. */
export async function startApollo(): Promise<Apollo> {
  let coming: keyof typeof APOLLO_NUMBERS = "not yet";
  const double = await startDouble(({ method, path, query, body, headers }) => {
    if (headers["x-api-key"] !== APOLLO_KEY) {
      return {
        status: 401,
        body: "Invalid access credentials.",
        headers: { "content-type": "text/plain" },
      };
    }
    if (path === "/api/v1/people/match" && method === "POST") return matched(body);
    if (path === `/api/v1/webhook_result/${APOLLO_REQUEST}`) return APOLLO_NUMBERS[coming];
    if (path.startsWith("/api/v1/webhook_result/"))
      return APOLLO_NUMBERS["an id it never heard of"];
    if (path !== "/api/v1/organizations/enrich") return json(404, { error: "Not found" });
    if (query.get("domain") === "nowhere.example") return json(200, {});
    const known = query.get("domain") === "nordlys-logistics.example" ? ORGANIZATION : null;
    return json(200, { organization: known });
  });
  return {
    ...double,
    numbers: (state) => {
      coming = state;
    },
  };
}

/** Numbers are looked for only under an address to post them to; their id is written bare. */
function matched(body: unknown): Reply {
  const { reveal_phone_number: reveal, webhook_url: to } = body as Record<string, unknown>;
  const person = match(body);
  if (!reveal) return json(200, person);
  if (!to) return json(400, { error: "Please add a valid 'webhook_url' parameter" });
  const phone_enrichment = { request_id: INGRID.id, status: "pending" };
  const told = JSON.stringify({ request_id: 0, phone_enrichment, ...person });
  const reply = json(200, {});
  return { ...reply, body: told.replace('"request_id":0', `"request_id":${APOLLO_REQUEST}`) };
}

function match(body: unknown): object {
  const { email, name } = body as { email?: string; name?: string };
  if (!email) return { person: name === INGRID.name ? INGRID : null };
  return { person: PEOPLE[email.split("@")[0] ?? ""] ?? null };
}
