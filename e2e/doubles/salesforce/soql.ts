/** A record as it is kept: field by field. */
export type Row = { [field: string]: unknown };
export type Tables = { [object: string]: Row[] };

type Condition = (row: Row) => boolean;

const TOKEN = /\s*(?:('(?:\\.|[^'\\])*')|(>=|<=|!=|[=<>(),])|([A-Za-z0-9_.:+-]+))/gy;

function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`unexpected token in ${text}`);
    found.push(match[1] ?? match[2] ?? match[3] ?? "");
  }
  return found;
}

const literal = (token: string): unknown => {
  if (token.startsWith("'")) return token.slice(1, -1).replace(/\\(.)/g, "$1");
  if (token === "null") return null;
  return token === "true" ? true : token === "false" ? false : token;
};

/** Text is compared without its case, as Salesforce does; a moment as a moment. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one === "string" && typeof other === "string")
    return one.toLowerCase() === other.toLowerCase();
  return (one ?? null) === (other ?? null);
}

const read = (row: Row, field: string): unknown =>
  field.split(".").reduce<unknown>((at, part) => (at as Row | null)?.[part], row);

function like(value: unknown, pattern: string): boolean {
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("%", ".*");
  return typeof value === "string" && new RegExp(`^${escaped}$`, "i").test(value);
}

/** The conditions that Baton asks by: comparisons, IN with a list or a query, LIKE, AND, OR. */
class Where {
  #at = 0;
  constructor(
    readonly said: string[],
    readonly tables: Tables,
  ) {}

  whole(): Condition {
    const parts = [this.#all()];
    while (this.#is("OR")) parts.push(this.#all());
    return (row) => parts.some((part) => part(row));
  }

  #all(): Condition {
    const parts = [this.#one()];
    while (this.#is("AND")) parts.push(this.#one());
    return (row) => parts.every((part) => part(row));
  }

  #one(): Condition {
    if (this.#is("(")) {
      const inner = this.whole();
      this.#must(")");
      return inner;
    }
    const field = this.#next();
    const operator = this.#next();
    if (operator === "IN") return this.#in(field);
    const value = literal(this.#next());
    if (operator === "LIKE") return (row) => like(read(row, field), String(value));
    if (operator === "=") return (row) => same(read(row, field), value);
    if (operator === "!=") return (row) => !same(read(row, field), value);
    if (operator === ">=") return (row) => String(read(row, field)) >= String(value);
    if (operator === ">") return (row) => String(read(row, field)) > String(value);
    throw new Error(`unexpected operator ${operator}`);
  }

  #in(field: string): Condition {
    this.#must("(");
    const inner: string[] = [];
    for (let depth = 1; ; ) {
      const token = this.#next();
      depth += token === "(" ? 1 : token === ")" ? -1 : 0;
      if (depth === 0) break;
      inner.push(token);
    }
    const values =
      inner[0] === "SELECT"
        ? selected(inner, this.tables).map((row) => row[inner[1] ?? ""])
        : inner.filter((token) => token !== ",").map(literal);
    if (/Id$/.test(field) && values.includes("")) throw new Error("invalid ID field: ");
    return (row) => values.some((value) => value !== null && same(read(row, field), value));
  }

  #next = () => this.said[this.#at++] ?? "";
  #is(token: string): boolean {
    const found = this.said[this.#at] === token;
    if (found) this.#at += 1;
    return found;
  }
  #must(token: string): void {
    if (!this.#is(token)) throw new Error(`expected ${token}`);
  }
}

function selected(said: string[], tables: Tables): Row[] {
  const from = said.indexOf("FROM");
  const rows = tables[said[from + 1] ?? ""];
  if (!rows) throw new Error(`sObject type '${said[from + 1]}' is not supported.`);
  const where = said.indexOf("WHERE", from);
  if (where < 0) return rows;
  const end = said.findIndex((token, index) => index > where && /^(ORDER|LIMIT)$/.test(token));
  const said2 = said.slice(where + 1, end < 0 ? undefined : end);
  return rows.filter(new Where(said2, tables).whole());
}

const compared = (one: Row, other: Row, by: string): number => {
  const [a, b] = [String(read(one, by)), String(read(other, by))];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** What a query finds. Throws where it is none that Salesforce would take. */
export function queried(soql: string, tables: Tables): { object: string; rows: Row[] } {
  const said = tokens(soql);
  const object = said[said.indexOf("FROM") + 1] ?? "";
  const fields = said.slice(1, said.indexOf("FROM")).filter((token) => token !== ",");
  const order = said.indexOf("ORDER");
  const by = said[order + 2] ?? "";
  const then = said[order + 3] === "," ? (said[order + 4] ?? "") : by;
  const rows = selected(said, tables);
  const ordered =
    order < 0 ? rows : rows.toSorted((a, b) => compared(a, b, by) || compared(a, b, then));
  const told = said[order + 3] === "DESC" ? ordered.toReversed() : ordered;
  const most = said.indexOf("LIMIT");
  const some = most < 0 ? told : told.slice(0, Number(said[most + 1]));
  return { object, rows: some.map((row) => shown(row, fields)) };
}

function shown(row: Row, fields: string[]): Row {
  const told: Row = {};
  for (const field of fields) {
    const [head = "", tail] = field.split(".");
    if (!tail) told[head] = row[head] ?? null;
    else told[head] = row[head] ? { ...(told[head] as Row), [tail]: read(row, field) } : null;
  }
  return told;
}
