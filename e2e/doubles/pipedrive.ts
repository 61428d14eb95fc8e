import { type Asked, type Double, FAULTS, json, type Reply, startDouble } from "./double";

export const PIPEDRIVE_TOKEN = "7f0c-double-of-an-api-token";

/** How an admin connects it. */
export const pipedriveGiven = (address: string) => ({
  settings: { address },
  secrets: { apiToken: PIPEDRIVE_TOKEN },
});

const said = (status: number, error: string, headers: Record<string, string> = {}) =>
  json(
    status,
    {
      ...{ success: false, error, errorCode: status },
      error_info: "Please check developers.pipedrive.com",
    },
    headers,
  );

/** What goes wrong with Pipedrive, by name. */
export const PIPEDRIVE_FAULTS = {
  ...FAULTS,
  "a limit with x-ratelimit-reset": said(429, "Request over limit", {
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": "77",
  }),
  "a limit with Retry-After": said(429, "Request over limit", { "retry-after": "90" }),
  "a limit that says nothing": said(429, "Request over limit"),
  "a revoked token": said(401, "unauthorized access"),
} as const satisfies Record<string, Reply>;

const ID_OF_PERSONS = "a".repeat(40);
/** The key of ‘Baton ID’ on deals, and so on leads. */
export const ID_OF_LEADS = "b".repeat(40);
export const SUMMARY = "c".repeat(40);
export const ANSWER = "d".repeat(40);

type Field = {
  key: string;
  name: string;
  field_type: string;
  options?: { id: number; label: string }[];
};
type Row = { id: number | string; [field: string]: unknown };

const batonId = (key: string): Field => ({ key, name: "Baton ID", field_type: "varchar" });

/** What a company keeps there; a test changes it as people would. */
const company = () => ({
  personFields: [
    batonId(ID_OF_PERSONS),
    { key: "name", name: "Name", field_type: "varchar" },
    { key: "phone", name: "Phone", field_type: "phone" },
    { key: "email", name: "Email", field_type: "varchar" },
  ] as Field[],
  dealFields: [
    batonId(ID_OF_LEADS),
    { key: "title", name: "Title", field_type: "varchar" },
    { key: SUMMARY, name: "Why now", field_type: "text" },
    {
      ...{ key: ANSWER, name: "Answer", field_type: "enum" },
      options: [
        { id: 41, label: "Accepted" },
        { id: 42, label: "Rejected" },
      ],
    },
  ] as Field[],
  users: [] as { id: number; name: string; email: string; active_flag: boolean }[],
  persons: [] as Row[],
  leads: [] as Row[],
  notes: [] as Row[],
  deals: [] as Row[],
  organizations: [] as Row[],
});

export type Pipedrive = Double & {
  company: ReturnType<typeof company>;
  /** Does what it is asked to write on such a path and then answers with this, until told null. */
  afterTheWork(after: { on: RegExp; reply: Reply } | null): void;
  /** What the token may not do, by path; `writes` where it may at least look. */
  forbid(paths: { on: RegExp; writes?: true }[]): void;
  /** A search does not know yet of what is written from now on. */
  searchStandsStill(stands: boolean): void;
  at(now: Date): void;
};

type State = {
  company: Pipedrive["company"];
  after: { on: RegExp; reply: Reply } | null;
  forbidden: { on: RegExp; writes?: true }[];
  unsearchable: Set<Row> | null;
  now: Date;
  last: number;
};

/** Plays a company's Pipedrive: persons and deals in version 2, leads, notes and fields in version 1. */
export async function startPipedrive(): Promise<Pipedrive> {
  const state: State = {
    ...{ company: company(), after: null, forbidden: [], unsearchable: null, last: 100 },
    now: new Date("2026-06-03T10:00:00Z"),
  };
  const double = await startDouble((asked) => {
    const { path, method, headers } = asked;
    if (headers["x-api-token"] !== PIPEDRIVE_TOKEN) return PIPEDRIVE_FAULTS["a revoked token"];
    const isWrite = method !== "GET";
    const no = state.forbidden.some(({ on, writes }) => on.test(path) && (isWrite || !writes));
    if (no) return said(403, "Scope and URL mismatch");
    const reply = isWrite ? write(state, asked) : read(state, asked);
    return isWrite && state.after?.on.test(path) ? state.after.reply : reply;
  });
  return {
    ...double,
    company: state.company,
    afterTheWork: (after) => {
      state.after = after;
    },
    forbid: (paths) => {
      state.forbidden = paths;
    },
    searchStandsStill: (stands) => {
      state.unsearchable = stands ? new Set() : null;
    },
    at: (now) => {
      state.now = now;
    },
  };
}

const ok = (data: unknown, additional: object = {}) =>
  json(200, { success: true, data, additional_data: additional });
const gone = () => said(404, "not found");

type Table = "persons" | "leads" | "notes" | "deals";

function read(state: State, { path, query }: Asked): Reply {
  const { company } = state;
  const [, version, kind = "", id] = /^\/api\/(v1|v2)\/(\w+)(?:\/([\w-]+))?$/.exec(path) ?? [];
  if (kind === "users") return ok(company.users);
  if (kind === "personFields" || kind === "dealFields") return listed(company[kind], "v1", query);
  if (kind === "stages") return ok([{ id: 5, name: "Qualified" }]);
  if (id === "search") return searched(state, kind, query);
  if (kind === "leads" && id === "archived")
    return listed(leads(company.leads, query, true), "v1", query);
  const table = company[kind as Table];
  if (!table || !version) return gone();
  if (id) {
    const found = table.find((row) => String(row.id) === id);
    return found ? ok(found) : gone();
  }
  if (kind === "leads") return listed(leads(table, query, false), version, query);
  return listed(rows(table, query), version, query);
}

const leads = (table: Row[], query: URLSearchParams, archived: boolean) =>
  rows(table, query).filter((row) => Boolean(row.is_archived) === archived);

/** Narrowed down and in order as asked for. */
function rows(table: Row[], query: URLSearchParams): Row[] {
  const by = ["person_id", "lead_id", "deal_id", "org_id"].filter((name) => query.has(name));
  const since = query.get("updated_since");
  const status = query.get("status")?.split(",");
  const found = table.filter(
    (row) =>
      by.every((name) => String(row[name]) === query.get(name)) &&
      (!since || String(row.update_time) >= since) &&
      (!status || status.includes(String(row.status))),
  );
  const [name = query.get("sort_by"), way = query.get("sort_direction")] =
    query.get("sort")?.split(" ") ?? [];
  if (!name) return found;
  const sorted = found.toSorted((a, b) => String(a[name]).localeCompare(String(b[name])));
  return way?.toLowerCase() === "desc" ? sorted.toReversed() : sorted;
}

/** A page: by a number where it is version 1, in which an empty list is null, else by a cursor. */
function listed(all: unknown[], version: string, query: URLSearchParams): Reply {
  const from = Number(query.get(version === "v1" ? "start" : "cursor") ?? 0);
  const limit = Number(query.get("limit") ?? 100);
  const some = all.slice(from, from + limit);
  const more = from + limit < all.length;
  if (version === "v2") return ok(some, { next_cursor: more ? String(from + limit) : null });
  const pagination = { start: from, limit, more_items_in_collection: more };
  return ok(some.length > 0 ? some : null, {
    pagination: more ? { ...pagination, next_start: from + limit } : pagination,
  });
}

function searched(state: State, kind: string, query: URLSearchParams): Reply {
  const term = query.get("term")?.toLowerCase();
  if (!term || term.length < 2) return said(400, "term is too short");
  const texts = (row: Row): unknown[] => {
    if (query.get("fields") === "name") return [row.name];
    if (query.get("fields") === "email")
      return (row.emails as { value: string }[] | undefined)?.map(({ value }) => value) ?? [];
    return Object.values((row.custom_fields as object | undefined) ?? {});
  };
  const table = state.company[kind as "persons" | "deals" | "organizations"];
  const items = table
    .filter((row) => !state.unsearchable?.has(row))
    .filter((row) => texts(row).some((text) => String(text).toLowerCase() === term))
    .map((row) => ({
      item: { id: row.id, organization: row.org_id ? { id: row.org_id } : null },
    }));
  return ok({ items });
}

function write(state: State, { path, method, body }: Asked): Reply {
  const [, kind = "", id] = /^\/api\/v[12]\/(persons|leads|notes)(?:\/([\w-]+))?$/.exec(path) ?? [];
  const table = state.company[kind as Table];
  if (!table) return gone();
  const given = body as Row;
  const fault = faultOf(state, kind, given, method);
  if (fault) return fault;
  const update_time = state.now.toISOString();
  if (id) {
    const found = table.find((row) => String(row.id) === id);
    if (!found) return gone();
    const custom = { ...(found.custom_fields as object), ...(given.custom_fields as object) };
    Object.assign(found, given, kind === "persons" ? { custom_fields: custom } : {}, {
      update_time,
    });
    return ok(found);
  }
  state.last += 1;
  const hex = String(state.last).padStart(12, "0");
  const own = kind === "leads" ? `00000000-0000-4000-9000-${hex}` : state.last;
  const row = { add_time: update_time, ...given, id: own, update_time };
  table.push(row);
  state.unsearchable?.add(row);
  return json(201, { success: true, data: row });
}

function faultOf({ company }: State, kind: string, given: Row, method: string): Reply | null {
  if (kind === "notes") {
    const on = ["lead_id", "deal_id", "person_id"].filter((name) => given[name] !== undefined);
    return on.length === 1 && given.content ? null : said(400, "Note must be associated with one");
  }
  if (kind === "leads" && method === "POST" && !(given.title && given.person_id))
    return said(400, "A lead must be linked to a person or an organization.");
  const [custom, fields] =
    kind === "leads"
      ? [given, company.dealFields]
      : [(given.custom_fields ?? {}) as Row, company.personFields];
  for (const [key, value] of Object.entries(custom)) {
    if (!/^[0-9a-f]{40}$/.test(key)) continue;
    const field = fields.find((one) => one.key === key);
    const fits =
      field &&
      (field.field_type === "enum"
        ? field.options?.some((option) => option.id === value)
        : typeof value === (field.field_type === "double" ? "number" : "string"));
    if (!fits) return said(400, `Validation failed: ${key} of '${value}' is no good`);
  }
  return null;
}
