import { z } from "zod";

/** A place in an ordered list: the values its order goes by, and which way to read on from it. */
export type Cursor = { way: "after" | "before"; rank: string[] };

/** What the parts of a rank are in the database; a cursor is text, so each is checked. */
const PARTS = {
  timestamptz: /^(-infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00)$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  integer: /^-?\d{1,9}$/,
  boolean: /^(true|false)$/,
  interval: /^-?\d{1,6} days?( -?\d\d:\d\d:\d\d(\.\d{1,6})?)?$/,
} as const;
export type RankType = keyof typeof PARTS;

const shape = z.object({ way: z.enum(["after", "before"]), rank: z.array(z.string()).max(6) });

/** The cursor as it stands in an address. */
export function writeCursor({ way, rank }: Cursor): string {
  return Buffer.from(JSON.stringify({ way, rank })).toString("base64url");
}

/** Reads a cursor for an order of `types`; null where it is none, and the list starts anew. */
export function readCursor(text: string | null, types: readonly RankType[]): Cursor | null {
  if (!text) return null;
  const parsed = shape.safeParse(jsonOf(Buffer.from(text, "base64url").toString("utf8")));
  if (!parsed.success) return null;
  const { rank } = parsed.data;
  const fits =
    rank.length === types.length &&
    types.every((type, index) => PARTS[type].test(rank[index] ?? ""));
  return fits ? parsed.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
