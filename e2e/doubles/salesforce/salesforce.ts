import { type Asked, type Double, FAULTS, json, type Reply, startDouble } from "../double";
import { type Field, objects } from "./objects";
import { callFault, recordFault, type SaveError } from "./saving";
import { queried, type Row, type Tables } from "./soql";

/** The one app that this Salesforce knows, and a refresh token that it gave out. */
export const SALESFORCE_APP = {
  clientId: "3MVG9batonconsumerkey",
  clientSecret: "7F1C-baton-consumer-secret",
  refreshToken: "5Aep861baton-refresh",
};

/** How an admin connects it, signing in with the refresh token. */
export const salesforceGiven = (address: string) => ({
  settings: { clientId: SALESFORCE_APP.clientId, address },
  secrets: {
    clientSecret: SALESFORCE_APP.clientSecret,
    refreshToken: SALESFORCE_APP.refreshToken,
  },
});

/** What goes wrong with Salesforce, by name. Its errors are a list, of a call with `errorCode`. */
export const SALESFORCE_FAULTS = {
  ...FAULTS,
  "a used-up day": json(403, [
    { message: "TotalRequests Limit exceeded.", errorCode: "REQUEST_LIMIT_EXCEEDED" },
  ]),
  "a rate limit": json(
    429,
    [{ message: "Too many requests", errorCode: "REQUEST_LIMIT_EXCEEDED" }],
    { "retry-after": "90" },
  ),
  "a limit that says nothing": json(429, [
    { message: "Too many requests", errorCode: "REQUEST_LIMIT_EXCEEDED" },
  ]),
  busy: json(503, [{ message: "Server Unavailable", errorCode: "SERVER_UNAVAILABLE" }]),
  "no API": json(403, [
    {
      message: "The REST API is not enabled for this Organization.",
      errorCode: "API_DISABLED_FOR_ORG",
    },
  ]),
} as const satisfies Record<string, Reply>;

export type Salesforce = Double & {
  /** What is in the org, by object; tests put records there and look at them. */
  tables: Tables & { Lead: Row[]; Task: Row[] };
  objects: { [object: string]: Field[] };
  /** Ends every session that was given out. */
  expire(): void;
  /** The scopes of the tokens given out from now on. */
  scopes(said: string): void;
  /** The app's tokens are revoked, or no longer. */
  revoke(revoked: boolean): void;
  /** Does what it is asked to write, on such paths, and then answers with this, until told null. */
  afterTheWork(reply: Reply | null, on?: RegExp): void;
  /** A validation rule refuses every record with these words, until told null. */
  rule(words: string | null): void;
  /** The time of its clock, which it stamps changes and answers with. */
  at(now: Date): void;
};

const PATH = /^\/services\/data\/v\d+\.0/;

/** Plays login.salesforce.com and an org of its own: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/ */
export async function startSalesforce(): Promise<Salesforce> {
  const org = new Org();
  const double = await startDouble((asked) => {
    const reply = org.answer(asked, double.address);
    return { ...reply, headers: { date: org.now.toUTCString(), ...reply.headers } };
  });
  return {
    ...double,
    tables: org.tables,
    objects: org.objects,
    expire: () => org.sessions.clear(),
    scopes: (said) => {
      org.scope = said;
    },
    revoke: (revoked) => {
      org.revoked = revoked;
      org.sessions.clear();
    },
    afterTheWork: (reply, on = /./) => {
      org.after = reply && { on, reply };
    },
    rule: (words) => {
      org.rule = words;
    },
    at: (now) => {
      org.now = now;
    },
  };
}

const problem = (status: number, errorCode: string, message: string) =>
  json(status, [{ message, errorCode }]);

class Org {
  tables: Salesforce["tables"] = {
    Lead: [],
    Task: [],
    Contact: [],
    Account: [],
    Opportunity: [],
    User: [],
  };
  objects = objects();
  sessions = new Set<string>();
  scope = "api refresh_token";
  revoked = false;
  after: { on: RegExp; reply: Reply } | null = null;
  rule: string | null = null;
  now = new Date("2026-06-03T10:00:00Z");
  #made = 0;

  answer(asked: Asked, address: string): Reply {
    if (asked.path === "/services/oauth2/token") return this.#token(asked, address);
    const token = asked.headers.authorization?.replace("Bearer ", "") ?? "";
    if (!this.sessions.has(token))
      return problem(401, "INVALID_SESSION_ID", "Session expired or invalid");
    const path = asked.path.replace(PATH, "");
    if (path === "/query" || path === "/query/") return this.#query(asked.query.get("q") ?? "");
    const described = /^\/sobjects\/(\w+)\/describe$/.exec(path)?.[1];
    if (described) return this.#describe(described);
    const reply = this.#composite(path, asked);
    return this.after?.on.test(path) ? this.after.reply : reply;
  }

  #token({ body }: Asked, address: string): Reply {
    const given = body as { [key: string]: string };
    const refuse = (error: string) => json(400, { error, error_description: "no such thing" });
    if (given.client_id !== SALESFORCE_APP.clientId) return refuse("invalid_client_id");
    if (given.client_secret !== SALESFORCE_APP.clientSecret) return refuse("invalid_client");
    const refreshes = given.grant_type === "refresh_token";
    if (this.revoked || (refreshes && given.refresh_token !== SALESFORCE_APP.refreshToken))
      return refuse("invalid_grant");
    const token = `00D!session-${this.#next()}`;
    this.sessions.add(token);
    return json(200, {
      ...{ access_token: token, instance_url: address, token_type: "Bearer" },
      ...{ id: `${address}/id/00D/005`, issued_at: "1700000000000", scope: this.scope },
    });
  }

  #next(): string {
    this.#made += 1;
    return String(this.#made).padStart(12, "0");
  }

  #query(soql: string): Reply {
    try {
      const { object, rows } = queried(soql, this.tables);
      const id = "Baton_Id__c";
      if (soql.includes(id) && !this.objects.Lead?.some(({ name }) => name === id))
        return problem(400, "INVALID_FIELD", `No such column '${id}' on entity 'Lead'.`);
      const attributes = (row: Row) => ({ attributes: { type: object, url: "" }, ...row });
      return json(200, { totalSize: rows.length, done: true, records: rows.map(attributes) });
    } catch (error) {
      return problem(400, "MALFORMED_QUERY", String(error));
    }
  }

  #describe(name: string): Reply {
    const fields = this.objects[name];
    if (!fields) return problem(404, "NOT_FOUND", "The requested resource does not exist");
    const may = { createable: true, updateable: true, queryable: true };
    return json(200, { name, label: name, ...may, fields });
  }

  #composite(path: string, { method, headers, body }: Asked): Reply {
    const match = /^\/composite\/sobjects(?:\/(\w+)\/(\w+))?$/.exec(path);
    if (!match || method !== "PATCH")
      return problem(404, "NOT_FOUND", "The requested resource does not exist");
    const given = body as { records: (Row & { attributes: { type: string } })[] };
    // Names of fields are read without their case.
    const records = given.records.map(({ id, ...rest }) => (id ? { Id: id, ...rest } : rest));
    const object = match[1] ?? records[0]?.attributes.type ?? "";
    const [fields, rows] = [this.objects[object], this.tables[object]];
    if (!fields || !rows) return problem(404, "NOT_FOUND", "The requested resource does not exist");
    const fault = callFault(records, fields, object);
    if (fault) return json(400, [fault]);
    const key = match[2] ?? "Id";
    // Unless a call says otherwise, the org's assignment rules choose the owner.
    const assigns = object === "Lead" && headers["sforce-auto-assign"]?.toString() !== "FALSE";
    return json(
      200,
      records.map(({ attributes: _, ...record }) =>
        this.#save(assigns ? { ...record, OwnerId: "00GRULES" } : record, key, fields, rows),
      ),
    );
  }

  #save(record: Row, key: string, fields: Field[], rows: Row[]) {
    const found = rows.find((row) => row[key] === record[key]);
    const failed = (error: SaveError) => ({ success: false, errors: [error] });
    if (key !== "Id" && rows.filter((row) => row[key] === record[key]).length > 1)
      return failed({
        ...{ statusCode: "DUPLICATE_EXTERNAL_ID", fields: [key] },
        message: `${key}: more than one record found for external id field`,
      });
    if (!found && key === "Id")
      return failed({ statusCode: "ENTITY_IS_DELETED", message: "entity is deleted", fields: [] });
    if (this.rule !== null)
      return failed({
        ...{ statusCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: this.rule, fields: [] },
      });
    const fault = recordFault(record, fields, found ?? null);
    if (fault) return failed(fault);
    const stamps = {
      LastModifiedDate: this.now.toISOString(),
      SystemModstamp: this.now.toISOString(),
    };
    const Owner = this.tables.User?.find(({ Id }) => Id === record.OwnerId);
    if (found) Object.assign(found, record, stamps, Owner ? { Owner } : {});
    else
      rows.push({ Id: `00Q${this.#next()}AAA`, IsConverted: false, ...record, ...stamps, Owner });
    const Id = found?.Id ?? rows.at(-1)?.Id;
    return { id: Id, success: true, errors: [], created: !found };
  }
}
