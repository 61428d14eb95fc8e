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
  "no data": error("702", "No data found"),
} as const satisfies Record<string, Reply>;

type MarketoActivity = { activityTypeId: number | string };
export type MarketoLead = { id: number } & Record<string, unknown>;
export type MarketoDouble = Double & {
  leads: MarketoLead[];
  /** Pages of activities in their order; the token is the place in this list. */
  pages: MarketoActivity[][];
  /** What the activities are answered with in place of a page. */
  refuseActivities(by: Reply | null): void;
  /** Ends the tokens that were given out. */
  expire(): void;
};

const TYPES = [
  { id: 1, name: "Visit Webpage" },
  { id: 2, name: "Fill Out Form" },
  { id: 3, name: "Click Link" },
  { id: 10, name: "Open Email" },
  { id: 12, name: "New Lead" },
  { id: 13, name: "Change Data Value" },
  { id: 32, name: "Merge Leads" },
  { id: 100_046, name: "Interesting Moment" },
];

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
    refused: null as Reply | null,
  };
  let given = 0;
  const double = await startDouble((asked) => {
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
    return isTooMuch() ? MARKETO_FAULTS["a rate limit"] : answer(held, asked);
  });
  const expire = () => {
    held.valid = "";
  };
  const refuseActivities = (by: Reply | null) => {
    held.refused = by;
  };
  return { ...double, leads: held.leads, pages: held.pages, expire, refuseActivities };
}

type Held = Pick<MarketoDouble, "leads" | "pages"> & { refused: Reply | null };

function answer(held: Held, { path, query }: Asked): Reply {
  const good = (more: object) => json(200, { requestId: "1", success: true, ...more });
  if (path === "/rest/v1/activities/types.json") return good({ result: TYPES });
  if (path === "/rest/v1/activities/pagingtoken.json") return good({ nextPageToken: "0" });
  if (path === "/rest/v1/activities.json" && held.refused) return held.refused;
  if (path === "/rest/v1/activities.json") {
    const place = Number(query.get("nextPageToken"));
    const page = held.pages[place];
    if (!page) return good({ moreResult: false, nextPageToken: String(place) });
    const moreResult = place + 1 < held.pages.length;
    const types = (query.get("activityTypeIds") ?? "").split(",");
    const those = page.filter(({ activityTypeId }) => types.includes(String(activityTypeId)));
    const rest = those.length > 0 ? { result: those } : {};
    return good({ ...rest, moreResult, nextPageToken: String(place + 1) });
  }
  if (path !== "/rest/v1/leads.json") return error("610", "Requested resource not found");
  const ids = (query.get("filterValues") ?? "").split(",");
  return good({ result: held.leads.filter(({ id }) => ids.includes(String(id))) });
}
