import { z } from "zod";
import { isKeptYear } from "@/lib/intake/instant";

/** Where a list goes on: after the row with this instant (ISO 8601) and id. */
export type Position = { at: string; id: string };

const position = z.tuple([z.iso.datetime().refine((at) => isKeptYear(new Date(at))), z.guid()]);

/** A position as an opaque text for a URL. */
export function cursorOf({ at, id }: Position): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

/**
 * A page of `limit` rows out of those read, of which there is one more where another page follows.
 * `recordedAt` is PostgreSQL's text in UTC.
 */
export function cutPage<Row extends { id: string; recordedAt: string }>(
  read: Row[],
  limit: number,
): { rows: Row[]; nextCursor: string | null } {
  const rows = read.slice(0, limit);
  const last = read.length > limit ? rows.at(-1) : undefined;
  if (!last) return { rows, nextCursor: null };
  const at = last.recordedAt.replace(" ", "T").replace("+00", "Z");
  return { rows, nextCursor: cursorOf({ at, id: last.id }) };
}

function readCursor(text: string): Position | null {
  try {
    const [at, id] = position.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { at, id };
  } catch {
    return null;
  }
}

/** The query parameter that goes on with a list. */
export const cursorParameter = z
  .string()
  .max(500, "is not a cursor that we gave")
  .transform((given, context) => {
    const found = readCursor(given);
    if (found) return found;
    context.addIssue({ code: "custom", message: "is not a cursor that we gave" });
    return z.NEVER;
  })
  .describe("`nextCursor` of the page before");

const LIMIT = { usual: 50, most: 200 };

/** The query parameter for the size of a page. */
export const limitParameter = z
  .string()
  .regex(/^\d{1,4}$/, `must be a whole number from 1 to ${LIMIT.most}`)
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= LIMIT.most, `must be from 1 to ${LIMIT.most}`)
  .default(LIMIT.usual)
  .describe(`Entries per page, 1 to ${LIMIT.most}; ${LIMIT.usual} if left out`);

/** One page of a list, as every list of the API looks. */
export function pageOf<S extends z.ZodType>(entry: S) {
  return z.object({
    data: z.array(entry),
    nextCursor: z.string().nullable().describe("Null on the last page"),
    total: z.int().min(0).describe("Entries that match, on all pages"),
  });
}
