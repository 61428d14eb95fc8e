import { HOUR } from "@/lib/platform/durations";

/**
 * How far a reader of changes has read: a moment (epoch ms), and the database's snapshot then,
 * which says exactly which transactions it has seen.
 */
export type Cursor = { at: number; snapshot: string };

/** Changes are kept for a day; a cursor that is older than this may have missed some. */
export const REMEMBERED_MS = 23 * HOUR;

const TEXT = /^(\d{1,15})~(\d{1,20}):(\d{1,20}):((?:\d{1,20}(?:,\d{1,20})*)?)$/;
/** A server has at most some thousands of transactions at a time. */
const LONGEST = 20_000;

/** The `id` of an event, which a browser sends back as `Last-Event-ID`. */
export function cursorText({ at, snapshot }: Cursor): string {
  return `${at}~${snapshot}`;
}

/** Reads what a browser sent; null where it is none of ours, or older than what is remembered. */
export function parseCursor(text: string | null, now: Date): Cursor | null {
  if (!text || text.length > LONGEST) return null;
  const [, at, least, most, running = ""] = TEXT.exec(text) ?? [];
  if (!at || !least || !most || Number(at) < now.getTime() - REMEMBERED_MS) return null;
  // The database refuses a snapshot that cannot be one; in order, each number counted once.
  const order = [least, ...running.split(",").filter(Boolean), most].map(BigInt);
  const rises = order.every((each, place) => {
    const before = order[place - 1];
    return before === undefined || (place === 1 ? each >= before : each > before);
  });
  return rises && order[0] !== 0n
    ? { at: Number(at), snapshot: `${least}:${most}:${running}` }
    : null;
}
