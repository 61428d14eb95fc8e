import { type Asked, type Double, FAULTS, json, type Reply, startDouble } from "./double";
import { mauticContact } from "./webhook-senders";

export const MAUTIC_CLIENT = { clientId: "1_baton-client", clientSecret: "s3cret-of-mautic" };
export const MAUTIC_USER = { user: "baton", password: "pass-of-mautic" };

const error = (status: number, message: string) =>
  json(status, { errors: [{ message, code: status, type: null }] });

/** What goes wrong with Mautic, by name: https://docs.mautic.org/en/latest/rest_api/ */
export const MAUTIC_FAULTS = {
  ...FAULTS,
  "a denied right": error(403, "You do not have access to the requested area/action."),
  "no API": error(404, "Requested URL not found: /api/contacts"),
} as const satisfies Record<string, Reply>;

type Added = { dateAdded: string; dateModified: string | null };
type MauticContact = ReturnType<typeof mauticContact> & Added;
type MauticEvent = {
  event: string;
  eventId?: string | number;
  eventLabel: unknown;
  timestamp: string;
  contactId: string;
  details: object;
};
type LogLine = ReturnType<typeof mergeLine>;
type HitLine = { code: string; lead_id: string; date_hit: string; url: string };
export type MauticDouble = Double & {
  contacts: MauticContact[];
  events: MauticEvent[];
  log: LogLine[];
  /** The table of page hits, as far as a test fills it: there alone is what a page was answered with. */
  hits: HitLine[];
  /** As Mautic does it: what the one did is the other's, the log says so, and the one is no more. */
  merge(id: number, into: number, at: Date): void;
  /** The most that a page has, whatever is asked for, so that few records make several. */
  pageOf(size: number): void;
  /** How far its clock is off, in ms. */
  clockIsOff(by: number): void;
  /** Ends the tokens that were given out. */
  expire(): void;
  /** Paths that are answered with a missing right. */
  deny: Set<string>;
};

export const aMauticContact = (id: number, email: string | null, at: Date): MauticContact => ({
  ...mauticContact(id, email),
  ...{ dateAdded: at.toISOString(), dateModified: null },
});

/** A Mautic that answers as documented; it compares times as the text that its database holds. */
export async function startMautic(): Promise<MauticDouble> {
  const site = new Site();
  const double = await startDouble((asked) => {
    const reply = site.answer(asked);
    const date = new Date(Date.now() + site.skew).toUTCString();
    return { ...reply, headers: { date, ...reply.headers } };
  });
  return {
    ...double,
    contacts: site.contacts,
    events: site.events,
    log: site.log,
    hits: site.hits,
    merge: (id, into, at) => site.merge(id, into, at),
    deny: site.deny,
    pageOf: (size) => {
      site.most = size;
    },
    clockIsOff: (by) => {
      site.skew = by;
    },
    expire: () => {
      site.valid = "";
    },
  };
}

const basic = `Basic ${Buffer.from(`${MAUTIC_USER.user}:${MAUTIC_USER.password}`).toString("base64")}`;

class Site {
  contacts: MauticContact[] = [];
  events: MauticEvent[] = [];
  log: LogLine[] = [];
  hits: HitLine[] = [];
  deny = new Set<string>();
  most = 1_000;
  skew = 0;
  valid = "";
  given = 0;

  answer(asked: Asked): Reply {
    if (asked.path === "/oauth/v2/token") return this.token(asked);
    const said = asked.headers.authorization;
    if (said !== basic && (this.valid === "" || said !== `Bearer ${this.valid}`))
      return error(401, "API authorization denied.");
    if (asked.path === "/api/stats/audit_log") return this.table(this.log, asked);
    if (asked.path === "/api/stats/page_hits") return this.table(this.hits, asked);
    if (this.deny.has(asked.path)) return MAUTIC_FAULTS["a denied right"];
    if (asked.path === "/api/contacts") return this.listed(asked);
    return asked.path === "/api/contacts/activity" ? this.timeline(asked) : error(404, "Not found");
  }

  token({ body }: Asked): Reply {
    const { client_id, client_secret } = body as Record<string, string>;
    const known =
      client_id === MAUTIC_CLIENT.clientId && client_secret === MAUTIC_CLIENT.clientSecret;
    if (!known) return json(400, { error: "invalid_client" });
    this.given += 1;
    this.valid ||= `token-${this.given}`;
    return json(200, { access_token: this.valid, expires_in: 3600, token_type: "bearer" });
  }

  merge(id: number, into: number, at: Date) {
    const gone = this.contacts.findIndex((one) => one.id === id);
    this.contacts.splice(gone, 1);
    for (const event of this.events)
      if (event.contactId === String(id)) event.contactId = String(into);
    const kept = this.contacts.find((one) => one.id === into);
    if (kept) kept.dateModified = at.toISOString();
    this.log.push(mergeLine(this.log.length + 1, id, into, at));
  }

  /** What is denied is an error in a 200: https://github.com/mautic/mautic, StatsApiController. */
  table(lines: readonly { [column: string]: unknown }[], { path, query }: Asked): Reply {
    const table = path.split("/").at(-1);
    const message = `You do not have the view permission to load data from the ${table} table`;
    if (this.deny.has(path)) return json(200, { errors: [{ message, code: 0 }] });
    const found = lines.filter((line) =>
      conditions(query).every(({ col, expr, val }) => {
        const value = String(line[col]);
        if (expr === "in") return val.split(",").includes(value);
        if (expr === "gt") return Number(value) > Number(val);
        if (expr === "gte") return value >= val;
        return expr === "lte" ? value <= val : value === val;
      }),
    );
    return json(200, { total: found.length, stats: found.slice(0, Number(query.get("limit"))) });
  }

  listed({ query }: Asked): Reply {
    if (query.get("where[0][expr]") === "in") {
      const ids = (query.get("where[0][val]") ?? "").split(",");
      const some = this.contacts.filter(({ id }) => ids.includes(String(id)));
      return json(200, { total: some.length, contacts: some.length > 0 ? some : [] });
    }
    const after = Number(query.get("where[0][val]") ?? 0);
    const since = query.get("where[1][val][0][val]");
    const fresh = ({ dateAdded, dateModified }: Added) =>
      since === null || [dateAdded, dateModified].some((at) => at && wall(at) >= since);
    const found = this.contacts.filter((one) => one.id > after && fresh(one));
    const size = Math.min(Number(query.get("limit")), this.most);
    const page = found.toSorted((one, other) => one.id - other.id).slice(0, size);
    // PHP writes an empty map as a list.
    const contacts = page.length > 0 ? Object.fromEntries(page.map((one) => [one.id, one])) : [];
    return json(200, { total: String(found.length), contacts });
  }

  /** Of each type a page, one after another in one list. */
  timeline({ query }: Asked): Reply {
    const from = query.get("filters[dateFrom]") ?? "";
    const to = query.get("filters[dateTo]") ?? "9";
    const types = [...query].filter(([key]) => key.includes("includeEvents")).map(([, of]) => of);
    const page = Number(query.get("page") ?? 1);
    const size = Math.min(Number(query.get("limit")), this.most);
    const within = this.events.filter(
      ({ event, timestamp }) =>
        (types.length === 0 || types.includes(event)) &&
        wall(timestamp) >= from &&
        wall(timestamp) <= to,
    );
    const lists = [...Map.groupBy(within, ({ event }) => event).values()];
    const maxPages = Math.ceil(Math.max(0, ...lists.map((list) => list.length)) / size);
    const events = lists.flatMap((list) => list.slice((page - 1) * size, page * size));
    return json(200, { events, total: within.length, page, limit: size, maxPages });
  }
}

/** A line of the audit log as the database holds it, with PHP's own writing of its details. */
const mergeLine = (id: number, contact: number, into: number, at: Date) => ({
  ...{ id: String(id), user_id: "1", user_name: "Admin", bundle: "lead", object: "lead" },
  ...{ object_id: String(contact), action: "merge", ip_address: "127.0.0.1" },
  details: `a:1:{s:11:"merged_into";i:${into};}`,
  date_added: wall(at.toISOString()),
});

function conditions(query: URLSearchParams) {
  const of = (index: number, part: string) => query.get(`where[${index}][${part}]`) ?? "";
  const many = [...query.keys()].filter((key) => /^where\[\d+\]\[col\]$/.test(key)).length;
  return Array.from({ length: many }, (_, index) => ({
    ...{ col: of(index, "col"), expr: of(index, "expr"), val: of(index, "val") },
  }));
}

const wall = (at: string) => new Date(at).toISOString().slice(0, 19).replace("T", " ");
