import { type Asked, type Double, FAULTS, json, type Reply, startDouble } from "./double";

export const UNIT_APP = { clientId: "3MVG9baton.key", clientSecret: "s3cret-of-salesforce" };
export const BUSINESS_UNIT = "0Uv5A000000PAzxSAG";

const error = (status: number, code: number, message: string) => json(status, { code, message });

/** What goes wrong with Account Engagement, by name: a number in the body, and a coarse status. */
export const UNIT_FAULTS = {
  ...FAULTS,
  "a used-up day": error(429, 122, "Daily API rate limit met"),
  "too many at once": error(429, 66, "You have exceeded your concurrent request limit."),
  "a minute's limit": error(429, 202, "Minute rate limit met"),
  "a time-out": error(400, 214, "API request timed out."),
  "another unit": error(400, 201, "Business Unit specified in header not found or inactive."),
  "no ability": error(400, 46, "This API user lacks sufficient permissions"),
} as const satisfies Record<string, Reply>;

export type Row = { id: number; createdAt: string; updatedAt: string } & Record<string, unknown>;
export type UnitDouble = Double & {
  prospects: Row[];
  activities: Row[];
  pages: Row[];
  /** The scopes of the tokens given out from now on. */
  scopes(said: string): void;
  expire(): void;
  /** How far its clock is off, in ms. */
  clockIsOff(by: number): void;
  /** No page holds more than so many, and the first of each question holds none. */
  short: { most: number; emptyFirst: boolean };
  /** Objects that the user may not see; `customRedirect` as part of another. */
  deny: Set<string>;
};

const OBJECTS: Readonly<Record<string, "prospects" | "activities" | "pages">> = {
  "/api/v5/objects/prospects": "prospects",
  "/api/v5/objects/visitor-activities": "activities",
  "/api/v5/objects/visitor-page-views": "pages",
};

/** Plays Salesforce's sign-in and a business unit: https://developer.salesforce.com/docs/marketing/pardot/guide/version5overview.html */
export async function startUnit(): Promise<UnitDouble> {
  const unit = new Unit();
  const double = await startDouble((asked) => {
    const reply = unit.answer(asked, double.address);
    const date = new Date(Date.now() + unit.skew).toUTCString();
    return { ...reply, headers: { date, ...reply.headers } };
  });
  return {
    ...double,
    prospects: unit.prospects,
    activities: unit.activities,
    pages: unit.pages,
    deny: unit.deny,
    short: unit.short,
    scopes: (said) => {
      unit.scope = said;
    },
    expire: () => {
      unit.valid = "";
    },
    clockIsOff: (by) => {
      unit.skew = by;
    },
  };
}

class Unit {
  prospects: Row[] = [];
  activities: Row[] = [];
  pages: Row[] = [];
  deny = new Set<string>();
  short = { most: 1_000, emptyFirst: false };
  scope = "pardot_api refresh_token";
  valid = "";
  given = 0;
  skew = 0;

  answer(asked: Asked, address: string): Reply {
    if (asked.path === "/services/oauth2/token") return this.token(asked, address);
    const { authorization, "pardot-business-unit-id": unit } = asked.headers;
    if (this.valid === "" || authorization !== `Bearer ${this.valid}`)
      return error(401, 49, "Access Denied");
    if (!unit) return error(400, 181, "Pardot-Business-Unit-Id header not found on request.");
    if (unit !== BUSINESS_UNIT) return UNIT_FAULTS["another unit"];
    const object = OBJECTS[asked.path];
    if (!object) return error(404, 198, "Endpoint not found");
    if (this.deny.has(object)) return UNIT_FAULTS["no ability"];
    if (!asked.query.get("fields"))
      return error(400, 13, "One or more required parameters are missing: fields");
    for (const part of this.deny)
      if (asked.query.get("fields")?.includes(`${part}.`)) return UNIT_FAULTS["no ability"];
    return this.listed(this[object], asked);
  }

  token({ body }: Asked, address: string): Reply {
    const { client_id, client_secret } = body as Record<string, string>;
    if (client_id !== UNIT_APP.clientId || client_secret !== UNIT_APP.clientSecret)
      return json(400, { error: "invalid_client", error_description: "invalid client" });
    this.given += 1;
    this.valid = `00D5A-${this.given}`;
    const { valid: access_token, scope } = this;
    return json(200, { access_token, scope, instance_url: address, token_type: "Bearer" });
  }

  listed(rows: readonly Row[], { query, path }: Asked): Reply {
    const at = (name: string) => Date.parse(query.get(name) ?? "") || 0;
    const limit = Math.min(this.short.most, Number(query.get("limit") ?? 200));
    const empty = this.short.emptyFirst && !query.get("nextPageToken");
    const found = rows
      .filter(
        (row) =>
          row.id > Number(query.get("idGreaterThan") ?? 0) &&
          Date.parse(row.updatedAt) >= at("updatedAtAfterOrEqualTo") &&
          Date.parse(row.createdAt) >= at("createdAtAfterOrEqualTo") &&
          Number(row.prospectId ?? 1) > Number(query.get("prospectIdGreaterThan") ?? 0),
      )
      .toSorted((one, other) => one.id - other.id);
    const fields = (query.get("fields") ?? "").split(",").map((name) => name.split(".")[0] ?? "");
    const values = found
      .slice(0, empty ? 0 : limit)
      .map((row) => Object.fromEntries(fields.map((name) => [name, row[name] ?? null])));
    const nextPageToken = empty || found.length > limit ? "a-token-for-four-hours" : null;
    const next = new URLSearchParams([...query, ["nextPageToken", nextPageToken ?? ""]]);
    const nextPageUrl = nextPageToken && `https://pi.pardot.com${path}?${next}`;
    return json(200, { nextPageToken, nextPageUrl, values });
  }
}
