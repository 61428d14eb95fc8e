type Item = string | number | null;

const ITEM = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/g;

/**
 * Reads PostgreSQL's text form of a one-dimensional array: `{a,"b, c",NULL}`.
 * https://www.postgresql.org/docs/18/arrays.html#ARRAYS-IO
 */
export function parseArray(literal: string): (string | null)[] {
  return Array.from(literal.matchAll(ITEM), ([, quoted, bare]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, "$1");
    return bare === undefined || bare === "NULL" ? null : bare;
  });
}

/** Writes an array as PostgreSQL reads it; what is text already is taken to be one. */
export function writeArray(items: Item[] | string): string {
  if (typeof items === "string") return items;
  if (isPlain(items)) return `{"${items.join('","')}"}`;
  const written = items.map((item) => (item === null ? "NULL" : `"${escaped(String(item))}"`));
  return `{${written.join(",")}}`;
}

/** As nearly all lists are; looked through in one piece, which costs a fraction of each by itself. */
const isPlain = (items: readonly Item[]) => {
  if (items.length === 0 || items.includes(null)) return false;
  const all = items.join("");
  return !(all.includes('"') || all.includes("\\"));
};

/** Most items need nothing, and looking costs far less than replacing. */
const escaped = (text: string) =>
  text.includes('"') || text.includes("\\") ? text.replace(/["\\]/g, "\\$&") : text;

const text = { serialize: writeArray, parse: parseArray };
const whole = {
  serialize: writeArray,
  parse: (literal: string) =>
    parseArray(literal).map((item) => (item === null ? null : Number(item))),
};

/**
 * The array types we use, by their fixed numbers in PostgreSQL's pg_type.dat. The driver would
 * rather ask each new connection for them; but nobody listens for the failure of that question,
 * so a connection that dies while it is asked ends the process.
 */
export const ARRAY_TYPES = {
  texts: { to: 1009, from: [1009, 1015], ...text },
  uuids: { to: 2951, from: [2951], ...text },
  integers: { to: 1007, from: [1005, 1007], ...whole },
};
