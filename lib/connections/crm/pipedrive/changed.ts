import { z } from "zod";
import { answerOf, NoAnswer } from "../no-answer";
import { caughtUp, cutOff, type ListRead, type Mark, startOf } from "../reading/marks";
import { type Account, type Next, PAGE, pageOf, type Query } from "./account";

/** As many pages of a list as one reading takes; the next one goes on from there. */
const MOST_PAGES = 20;
/** Pages by number share some rows: what leaves the list meanwhile moves the others up. */
const SHARED = 10;

/** A list that can be read by when its rows changed, the latest first. */
export type List<T> = { path: string; query: Query; shape: z.ZodType<T> };
type Row = { id: string; update_time?: string | null | undefined };

/** A time as Pipedrive writes it: RFC 3339, or in UTC without saying so. */
export function timeOf(text: string | null | undefined): Date {
  const told = text?.includes("T") ? text : `${text?.replace(" ", "T")}Z`;
  const at = new Date(told);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}

/** Where the next page begins, and when the last row before it changed, in ISO 8601. */
const position = z.object({
  next: z.union([z.object({ start: z.string() }), z.object({ cursor: z.string() })]),
  down: z.string(),
});
type Position = z.infer<typeof position>;

const backBy = (next: Next, rows: number): Next =>
  "start" in next ? { start: String(Math.max(0, Number(next.start) - rows)) } : next;

/** Whether rows moved up so far that some stand now before where the page begins. */
const isMissed = (at: Position | null, first: Row | undefined): boolean =>
  at !== null &&
  "start" in at.next &&
  Number(at.next.start) > 0 &&
  (!first || timeOf(first.update_time).toISOString() < at.down);

/**
 * What changed of a list since a mark, the latest first: what changes meanwhile moves to the top and is
 * seen the next time. Throws NoAnswer where not even the first page came.
 */
export async function changed<T extends Row>(
  account: Account,
  mark: Mark,
  { path, query, shape }: List<T>,
): Promise<ListRead<T>> {
  const start = startOf(mark);
  const rows = new Map<string, T>();
  let at = position.safeParse(mark.cut?.at).data ?? null;
  let began = mark.cut && new Date(mark.cut.began);
  const come = (to: Mark) => ({ rows: [...rows.values()], mark: to });
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const asks = { ...query, ...at?.next };
    const answer = await answerOf(() => pageOf(account, path, asks, shape));
    if ("answer" in answer) {
      if (page === 0) throw new NoAnswer(answer);
      return { ...come(at ? cutOff(mark, began ?? start, at) : mark), broke: answer };
    }
    const [first] = answer.rows;
    if (at && isMissed(at, first)) {
      at = { ...at, next: backBy(at.next, PAGE) };
      continue;
    }
    began ??= first ? timeOf(first.update_time) : start;
    for (const one of answer.rows) if (timeOf(one.update_time) >= start) rows.set(one.id, one);
    const last = answer.rows.at(-1);
    const down = last ? timeOf(last.update_time) : start;
    if (!answer.next || down < start) return come(caughtUp(mark, began));
    at = { next: backBy(answer.next, SHARED), down: down.toISOString() };
  }
  return come(at ? cutOff(mark, began ?? start, at) : mark);
}
