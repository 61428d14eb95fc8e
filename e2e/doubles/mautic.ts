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
  "a proxy's limit": json(429, {}, { "retry-after": "42" }),
} as const satisfies Record<string, Reply>;

type Added = { dateAdded: string; dateModified: string | null };
export type MauticContact = ReturnType<typeof mauticContact> & Added;
export type MauticEvent = {
  event: string;
  eventId?: string | number;
  eventLabel: unknown;
  timestamp: string;
  contactId: string;
  details: object;
};
export type MauticDouble = Double & {
  contacts: MauticContact[];
  events: MauticEvent[];
  /** The most that a page has, whatever is asked for, so that few records make several. */
  pageOf(size: number): void;
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
  const double = await startDouble((asked) => site.answer(asked));
  return {
    ...double,
    contacts: site.contacts,
    events: site.events,
    deny: site.deny,
    pageOf: (size) => {
      site.most = size;
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
  deny = new Set<string>();
  most = 1_000;
  valid = "";
  given = 0;

  answer(asked: Asked): Reply {
    if (asked.path === "/oauth/v2/token") return this.token(asked);
    const said = asked.headers.authorization;
    if (said !== basic && (this.valid === "" || said !== `Bearer ${this.valid}`))
      return error(401, "API authorization denied.");
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

  listed({ query }: Asked): Reply {
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

const wall = (at: string) => new Date(at).toISOString().slice(0, 19).replace("T", " ");
