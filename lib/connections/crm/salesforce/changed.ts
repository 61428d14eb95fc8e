import { z } from "zod";
import { NoAnswer } from "../no-answer";
import { caughtUp, cutOff, type ListRead, type Mark, startOf } from "../reading/marks";
import { type Org, quoted, theirTime } from "./org";

/** As many as one answer of a query holds at most. */
const PAGE = 2_000;
/** As many as one reading takes; the next one goes on from there. */
const MOST_PAGES = 5;

/** A list that is read by when its rows changed: of what, and which of them. */
export type Question = { select: string; where: string };
type Row = { Id: string; SystemModstamp: string };

/**
 * From which stamp on one reads, or, where a whole page bears one stamp, from which id on of that
 * stamp; moments in ISO 8601. They are two questions since SOQL has no sub-select beside an OR.
 */
const position = z.union([
  z.object({ from: z.string() }),
  z.object({ at: z.string(), after: z.string() }),
]);
type Position = z.infer<typeof position>;

const beyond = (to: Position) =>
  "from" in to
    ? `SystemModstamp >= ${to.from}`
    : `SystemModstamp = ${to.at} AND Id > ${quoted(to.after)}`;

/** Where it goes on after a page; null where that was the last one. */
function nextOf(was: Position, last: Row | undefined, isFull: boolean): Position | null {
  if ("at" in was)
    return isFull && last
      ? { at: was.at, after: last.Id }
      : { from: new Date(Date.parse(was.at) + 1).toISOString() };
  if (!isFull || !last) return null;
  const stamp = stampOf(last);
  return stamp === was.from ? { at: stamp, after: last.Id } : { from: stamp };
}

const stampOf = ({ SystemModstamp }: Row) => new Date(SystemModstamp).toISOString();

/** What changed of a list since a mark. Throws NoAnswer only where a new session may help. */
export async function changed<R extends Row>(
  org: Org,
  mark: Mark,
  { select, where }: Question,
): Promise<ListRead<R>> {
  const rows = new Map<string, R>();
  const start = startOf(mark);
  let at = position.safeParse(mark.cut?.at).data ?? { from: start.toISOString() };
  let end = new Date("from" in at ? at.from : at.at);
  let began: Date | undefined;
  const come = (to: Mark) => ({ rows: [...rows.values()], mark: to });
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const soql = `${select} WHERE ${beyond(at)} AND ${where} ORDER BY SystemModstamp, Id LIMIT ${PAGE}`;
    const answer = await pageOf<R>(org, soql);
    if (answer instanceof NoAnswer)
      return { ...come(began ? cutOff(mark, began, at) : mark), broke: answer.failure };
    for (const row of answer) rows.set(row.Id, row);
    const last = answer.at(-1);
    if (last) end = new Date(last.SystemModstamp);
    const next = nextOf(at, last, answer.length >= PAGE);
    if (!next) return come(caughtUp(mark, end));
    began ??= theirTime(org) ?? end;
    at = next;
  }
  return come(cutOff(mark, began ?? start, at));
}

/** The rows of a page, or why they did not come. */
async function pageOf<R extends Row>(org: Org, soql: string): Promise<R[] | NoAnswer> {
  try {
    // Wide rows come in several answers.
    return (await org.query<R>(soql, { autoFetch: true, maxFetch: PAGE })).records;
  } catch (error) {
    if (error instanceof NoAnswer && !error.expired) return error;
    throw error;
  }
}
