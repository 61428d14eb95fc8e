import { hubspotSignature } from "@/lib/connections/sources/hubspot/signature";
import { type Asked, type Double, FAULTS, json, type Reply, startDouble } from "./double";
import { type Account, type HubspotContact, said } from "./hubspot-account";
import { answerCrm, contactProperties } from "./hubspot-crm";

export const HUBSPOT_TOKEN = "pat-eu1-5f0c2d9a-double";
export const HUBSPOT_SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";

const limited = (policyName: string) =>
  said("RATE_LIMITS", `You have reached your ${policyName.toLowerCase()} limit.`, {
    ...{ errorType: "RATE_LIMIT", policyName },
  });
const missing = (...scopes: string[]) =>
  json(
    403,
    said("MISSING_SCOPES", "This app hasn't been granted all required scopes to make this call.", {
      errors: [
        {
          message: "One or more of the following scopes are required.",
          context: { requiredGranularScopes: scopes },
        },
      ],
    }),
  );

/** What goes wrong with HubSpot, by name. */
export const HUBSPOT_FAULTS = {
  ...FAULTS,
  "an expired token": json(401, said("EXPIRED_AUTHENTICATION", "The OAuth token used expired.")),
  "a revoked token": json(
    401,
    said("INVALID_AUTHENTICATION", "Authentication credentials not found."),
  ),
  "a limit with Retry-After": json(429, limited("TEN_SECONDLY_ROLLING"), { "retry-after": "42" }),
  "a limit without Retry-After": json(429, limited("TEN_SECONDLY_ROLLING")),
  "a day's limit": json(429, limited("DAILY")),
  "a locked account": json(423, said("LOCKED", "Resource is locked")),
  "a migration": json(477, said("MIGRATION", "Account is being moved"), { "retry-after": "86400" }),
} as const satisfies Record<string, Reply>;

/** How an admin connects it as the CRM that reps work in. */
export const hubspotCrmGiven = (address: string) => ({
  settings: { address },
  secrets: { accessToken: HUBSPOT_TOKEN },
});

export type Hubspot = Double & {
  account: Account;
  /** How far its clock is off, in ms. */
  clockIsOff(by: number): void;
  /** A search goes on to find contacts as they are now, whatever becomes of them. */
  searchStandsStill(stands: boolean): void;
};

/** A HubSpot that answers as documented: searches by filter and order, batches, forms, events. */
export async function startHubspot(): Promise<Hubspot> {
  let last = 90_000;
  let skew = 0;
  let searchable: HubspotContact[] | null = null;
  const clock = () => account.now ?? new Date(Date.now() + skew);
  const account: Account = {
    ...{ contacts: [], companies: [], forms: [], emails: [], pages: [] },
    revoked: new Map(),
    refused: new Set(),
    closedForms: new Map(),
    showsTimesAs: null,
    ...{
      properties: contactProperties(),
      owners: [],
      notes: [],
      deals: [],
      now: null,
      after: null,
    },
    next: () => String(++last),
  };
  const answered = (asked: Asked) => {
    if (asked.headers.authorization !== `Bearer ${HUBSPOT_TOKEN}`)
      return HUBSPOT_FAULTS["a revoked token"];
    const lacking = [...account.revoked].find(([path]) => path.test(asked.path));
    if (lacking) return missing(lacking[1]);
    const crm = answerCrm(account, asked);
    if (/contacts\/search$/.test(asked.path) && searchable) return searched(searchable, asked.body);
    if (!crm) return answer(account, asked);
    const { after } = account;
    return after?.on.test(asked.path) && asked.method !== "GET" ? after.reply : crm;
  };
  const double = await startDouble((asked) => {
    const reply = answered(asked);
    return { ...reply, headers: { date: clock().toUTCString(), ...reply.headers } };
  });
  const clockIsOff = (by: number) => {
    skew = by;
  };
  const searchStandsStill = (stands: boolean) => {
    searchable = stands ? structuredClone(account.contacts) : null;
  };
  return { ...double, account, clockIsOff, searchStandsStill };
}

function answer(account: Account, asked: Asked): Reply {
  const [, kind, what] =
    /^\/crm\/v3\/objects\/(contacts|companies|deals|notes)\/(search|batch\/read)$/.exec(
      asked.path,
    ) ?? [];
  if (kind) {
    const objects = account[kind as "contacts" | "companies" | "deals" | "notes"];
    if (what !== "search") return batch(account, objects, asked.body);
    return searched(objects, asked.body, account.showsTimesAs);
  }
  if (asked.path === "/marketing/v3/forms")
    return json(200, { results: account.forms.map(({ id, name }) => ({ id, name })) });
  const guid = /^\/form-integrations\/v1\/submissions\/forms\/(.+)$/.exec(asked.path)?.[1];
  if (guid) return submissions(account, guid, asked);
  if (asked.path === "/email/public/v1/events") return emailEvents(account, asked);
  const campaign = /^\/email\/public\/v1\/campaigns\/(\d+)$/.exec(asked.path)?.[1];
  if (campaign) return json(200, { id: Number(campaign), subject: `Subject of ${campaign}` });
  if (asked.path === "/events/v3/events") return pageEvents(account, asked);
  return json(404, said("OBJECT_NOT_FOUND", "resource not found"));
}

type Filter = { propertyName: string; operator: string; value?: string; values?: string[] };
type Search = {
  filterGroups?: { filters: Filter[] }[];
  sorts?: { propertyName: string }[];
  limit?: number;
  after?: string;
};

const ordinal = ({ id, properties }: HubspotContact, name: string) => {
  const text = name === "hs_object_id" ? id : (properties[name] ?? "");
  return /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number(text);
};
const PASSES: Record<string, (value: number, bound: number) => boolean> = {
  GT: (value, bound) => value > bound,
  GTE: (value, bound) => value >= bound,
  EQ: (value, bound) => value === bound,
};

function passes(one: HubspotContact, { propertyName, operator, value, values }: Filter) {
  const own = one.properties[propertyName] ?? "";
  if (operator === "IN") return values?.includes(own);
  if (operator === "HAS_PROPERTY") return own !== "";
  if (operator === "CONTAINS_TOKEN")
    return own
      .toLowerCase()
      .split(";")
      .includes(value ?? "");
  if (propertyName === "domain") return own === value;
  return PASSES[operator]?.(ordinal(one, propertyName), Number(value));
}

/** At most 200 a page and 10,000 a query, as documented. */
function searched(
  objects: readonly HubspotContact[],
  body: unknown,
  showsTimesAs: string | null = null,
): Reply {
  const { filterGroups = [], sorts = [], limit = 10, after = "0" } = body as Search;
  if (Number(after) + limit > 10_000 || limit > 200)
    return json(400, said("VALIDATION_ERROR", "The limit of 10000 was exceeded."));
  const filters = filterGroups.flatMap((group) => group.filters);
  const found = objects.filter((one) => filters.every((filter) => passes(one, filter)));
  const by = sorts[0]?.propertyName ?? "hs_object_id";
  const sorted = found.toSorted((one, other) => ordinal(one, by) - ordinal(other, by));
  const page = sorted.slice(Number(after), Number(after) + limit);
  const told = showsTimesAs === null ? {} : { lastmodifieddate: showsTimesAs };
  const results = page.map((one) => ({ ...one, properties: { ...one.properties, ...told } }));
  return json(200, { total: found.length, results });
}

function batch(
  { refused, properties: known }: Account,
  objects: readonly HubspotContact[],
  body: unknown,
): Reply {
  const { inputs, idProperty } = body as { inputs: { id: string }[]; idProperty?: string };
  if (inputs.length > 100) return json(400, said("VALIDATION_ERROR", "At most 100 inputs."));
  // Its own numbers are of 64 bits; one that is none fails all that are asked for with it.
  if (!idProperty && inputs.some(({ id }) => !/^\d{1,18}$/.test(id)))
    return json(400, said("VALIDATION_ERROR", "Invalid input JSON: not a valid long value"));
  if (idProperty?.startsWith("baton") && !known.some(({ name }) => name === idProperty))
    return json(400, said("VALIDATION_ERROR", `Property ${idProperty} does not exist`));
  if (inputs.some(({ id }) => refused.has(id)))
    return json(400, said("VALIDATION_ERROR", "Some inputs are refused."));
  const idOf = ({ id, properties }: HubspotContact) =>
    idProperty ? properties[idProperty]?.toLowerCase() : id;
  const results = objects.filter((object) =>
    inputs.some((one) => one.id.toLowerCase() === idOf(object)),
  );
  const whole = results.length === inputs.length;
  return json(whole ? 200 : 207, {
    status: "COMPLETE",
    results,
    ...(whole ? {} : { numErrors: 1 }),
  });
}

function submissions({ forms, closedForms }: Account, guid: string, { query }: Asked): Reply {
  const closed = closedForms.get(guid);
  if (closed) return json(closed, said("VALIDATION_ERROR", "This form is not supported."));
  const form = forms.find(({ id }) => id === guid);
  if (!form) return json(404, said("OBJECT_NOT_FOUND", "resource not found"));
  const limit = Number(query.get("limit") ?? 20);
  const from = Number(query.get("after") ?? 0);
  const newest = form.submissions.toSorted((one, other) => other.submittedAt - one.submittedAt);
  const results = newest.slice(from, from + limit);
  const more = from + limit < newest.length;
  return json(200, {
    results,
    ...(more ? { paging: { next: { after: String(from + limit) } } } : {}),
  });
}

function emailEvents({ emails }: Account, { query }: Asked): Reply {
  const bound = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
  const within = emails.filter(({ created }) => {
    const at = Number(created);
    return at >= bound("startTimestamp", 0) && at <= bound("endTimestamp", Number.MAX_SAFE_INTEGER);
  });
  const from = bound("offset", 0);
  const limit = bound("limit", 10);
  const newest = within.toSorted((one, other) => Number(other.created) - Number(one.created));
  const events = newest.slice(from, from + limit);
  const hasMore = from + limit < newest.length;
  return json(200, { hasMore, offset: String(from + limit), events });
}

function pageEvents({ pages }: Account, { query }: Asked): Reply {
  if (!query.get("eventType"))
    return json(400, said("VALIDATION_ERROR", "Must specify an eventType or objectType"));
  const [after, before] = ["occurredAfter", "occurredBefore"].map((name) => query.get(name));
  const within = pages.filter(
    ({ occurredAt }) => (!after || occurredAt >= after) && (!before || occurredAt <= before),
  );
  const from = Number(query.get("after") ?? 0);
  const limit = Number(query.get("limit") ?? 20);
  const results = within
    .slice(from, from + limit)
    .map((page) => ({ ...page, objectType: "CONTACT", eventType: "e_visited_page" }));
  const more = from + limit < within.length;
  return json(200, {
    results,
    ...(more ? { paging: { next: { after: String(from + limit) } } } : {}),
  });
}

type Call = { at: Date; secret?: string; address: string };

/** A delivery of HubSpot's webhooks, signed as version 3 is. */
export function hubspotCall(events: unknown, { at, secret = HUBSPOT_SECRET, address }: Call) {
  const body = JSON.stringify(events);
  const timestamp = String(at.getTime());
  const signed = { method: "POST", address, body: Buffer.from(body), timestamp };
  return {
    body,
    headers: {
      "content-type": "application/json",
      "x-hubspot-signature-v3": hubspotSignature(secret, signed),
      "x-hubspot-request-timestamp": timestamp,
    },
  };
}
