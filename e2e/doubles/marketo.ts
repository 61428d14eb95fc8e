import { type Asked, type Double, FAULTS, json, type Reply, startDouble } from "./double";

export const MARKETO_CLIENT = { clientId: "5f0c-client", clientSecret: "s3cret-of-marketo" };

const error = (code: string, message: string) =>
  json(200, { requestId: "24fd#15188a88d7f", success: false, errors: [{ code, message }] });

/** What goes wrong with Marketo, by name: nearly all of it inside a 200. */
export const MARKETO_FAULTS = {
  ...FAULTS,
  "a rate limit": error("606", "Max rate limit '100' exceeded with in '20' secs"),
  "a used-up day": error("607", "Daily quota '50000' reached"),
  "too many at once": error("615", "Concurrent access limit reached"),
  "a denied permission": error("603", "Access denied"),
  "a passing fault": error("713", "Transient error"),
  "a refused question": error("1003", "Too many results match the filter"),
  "too many of a kind": error("1003", "Too many values in the question"),
  "no data": error("702", "No data found"),
} as const satisfies Record<string, Reply>;

type MarketoActivity = { activityTypeId: number | string; activityDate: string };
type MarketoLead = { id: number } & Record<string, unknown>;
export type MarketoDouble = Double & {
  leads: MarketoLead[];
  /** The REST names of the fields that its leads have: as it comes, the standard ones. */
  fields: Set<string>;
  /** Pages of activities in their order; a token is a place in this list, and since when it is of use. */
  pages: MarketoActivity[][];
  /** What the activities are answered with in place of a page. */
  refuseActivities(by: Reply | null): void;
  /** Ends the tokens that were given out. */
  expire(): void;
};

/**
 * Those of the standard fields that may matter here; all of them:
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/list-of-standard-fields
 */
const STANDARD_FIELDS = [
  ...["id", "email", "firstName", "lastName", "createdAt", "updatedAt", "title", "salutation"],
  ...["company", "website", "numberOfEmployees", "annualRevenue", "industry", "mainPhone"],
  ...["phone", "mobilePhone", "address", "city", "state", "country", "postalCode", "department"],
  ...["leadRole", "leadScore", "leadSource", "leadStatus", "rating", "priority", "urgency"],
  ...["relativeScore", "unsubscribed", "emailInvalid", "doNotCall", "isAnonymous"],
] as const;

const TYPES = [
  { id: 1, name: "Visit Webpage" },
  { id: 2, name: "Fill Out Form" },
  { id: 3, name: "Click Link" },
  { id: 6, name: "Send Email" },
  { id: 7, name: "Email Delivered" },
  { id: 10, name: "Open Email" },
  { id: 11, name: "Click Email" },
  { id: 12, name: "New Lead" },
  { id: 13, name: "Change Data Value" },
  { id: 22, name: "Change Score" },
  { id: 32, name: "Merge Leads" },
  { id: 37, name: "Delete Lead" },
  { id: 104, name: "Change Status in Progression" },
  { id: 100_046, name: "Interesting Moment" },
];
/** As many as one question may name, and as may run at once. */
const MOST = { types: 10, ids: 300, running: 10 } as const;

/** It counts as documented: 100 questions in 20 seconds of its clock. */
function limiter(clock: () => number) {
  let came: number[] = [];
  return (): boolean => {
    came = [...came.filter((at) => at > clock() - 20_000), clock()];
    return came.length > 100;
  };
}

/** A Marketo that answers as documented, one instance with its own numbers of types. */
export async function startMarketo(clock: () => number = Date.now): Promise<MarketoDouble> {
  const isTooMuch = limiter(clock);
  const held = {
    ...{ leads: [] as MarketoLead[], pages: [] as MarketoDouble["pages"], valid: "" },
    fields: new Set<string>(STANDARD_FIELDS),
    refused: null as Reply | null,
  };
  let given = 0;
  const double = await startDouble((came, running) => {
    const asked = asGet(came);
    if (!asked) return json(414, { error: "Request-URI Too Long" });
    if (asked.path === "/identity/oauth/token") {
      const { query } = asked;
      const known =
        query.get("client_id") === MARKETO_CLIENT.clientId &&
        query.get("client_secret") === MARKETO_CLIENT.clientSecret;
      if (!known) return json(401, { error: "unauthorized", error_description: "No client" });
      if (held.valid === "") {
        given += 1;
        held.valid = `cdf01657-${given}:int`;
      }
      return json(200, { access_token: held.valid, token_type: "bearer", expires_in: 3599 });
    }
    const token = asked.headers.authorization ?? "";
    if (token !== `Bearer ${held.valid}`) return error("602", "Access token expired");
    if (running > MOST.running) return MARKETO_FAULTS["too many at once"];
    return isTooMuch() ? MARKETO_FAULTS["a rate limit"] : answer(held, asked);
  });
  const expire = () => {
    held.valid = "";
  };
  const refuseActivities = (by: Reply | null) => {
    held.refused = by;
  };
  const { leads, pages, fields } = held;
  return { ...double, leads, pages, fields, expire, refuseActivities };
}

/** The longest address that is read, in bytes. */
const LONGEST = 8_192;

/** What is asked for: past 8 KB by POST with `_method=GET` and the question in the body; null where it is too long. */
function asGet(asked: Asked): Asked | null {
  const { method, path, query, body } = asked;
  if (`${path}?${query}`.length > LONGEST) return null;
  if (method !== "POST" || query.get("_method") !== "GET") return asked;
  return { ...asked, query: new URLSearchParams(body as Record<string, string>) };
}

type Held = Pick<MarketoDouble, "leads" | "pages" | "fields"> & { refused: Reply | null };
const good = (more: object) => json(200, { requestId: "1", success: true, ...more });

function answer(held: Held, { path, query }: Asked): Reply {
  if (path === "/rest/v1/activities/types.json") return good({ result: TYPES });
  if (path === "/rest/v1/activities/pagingtoken.json")
    return good({ nextPageToken: tokenSince(held, query.get("sinceDatetime") ?? "") });
  if (path === "/rest/v1/activities.json") return held.refused ?? activities(held, query);
  if (path === "/rest/v1/leads/describe.json") return described(held);
  return path === "/rest/v1/leads.json"
    ? leads(held, query)
    : error("610", "Requested resource not found");
}

const timeOf = ({ activityDate }: MarketoActivity) => Date.parse(activityDate);

/** A token of a time: the place of the first page with something that happened since, and that time. */
function tokenSince({ pages }: Held, sinceDatetime: string): string {
  const since = Date.parse(sinceDatetime);
  const first = pages.findIndex((page) => page.some((one) => timeOf(one) >= since));
  return `${first < 0 ? pages.length : first}~${since}`;
}

function activities({ pages }: Held, query: URLSearchParams): Reply {
  const [place = 0, since = 0] = (query.get("nextPageToken") ?? "").split("~").map(Number);
  const types = (query.get("activityTypeIds") ?? "").split(",");
  if (types.length > MOST.types) return MARKETO_FAULTS["too many of a kind"];
  const page = pages[place];
  if (!page) return good({ moreResult: false, nextPageToken: `${place}~${since}` });
  const moreResult = place + 1 < pages.length;
  const those = page.filter(
    (one) => types.includes(String(one.activityTypeId)) && timeOf(one) >= since,
  );
  const rest = those.length > 0 ? { result: those } : {};
  return good({ ...rest, moreResult, nextPageToken: `${place + 1}~${since}` });
}

/** Some fields have no REST name, and so are none of this API's. */
function described({ fields }: Held): Reply {
  const result = [...fields].map((name, index) => ({
    ...{ id: index + 1, displayName: name, dataType: "string", length: 255 },
    rest: { name, readOnly: false },
  }));
  const soap = { id: 900, displayName: "Of old", dataType: "string", soap: { name: "OfOld" } };
  return good({ result: [...result, soap] });
}

/** Of each lead what was asked for; what it has no value for is null. */
function leads({ leads, fields }: Held, query: URLSearchParams): Reply {
  const ids = (query.get("filterValues") ?? "").split(",");
  if (ids.length > MOST.ids) return MARKETO_FAULTS["too many of a kind"];
  const asked = (query.get("fields") ?? "id,email,updatedAt,createdAt,lastName,firstName").split(
    ",",
  );
  const unknown = asked.find((name) => !fields.has(name));
  if (unknown) return error("1006", `Field '${unknown}' not found`);
  const found = leads.filter(({ id }) => ids.includes(String(id)));
  const of = (lead: MarketoLead) => asked.map((name) => [name, lead[name] ?? null]);
  return good({ result: found.map((lead) => Object.fromEntries(of(lead))) });
}
