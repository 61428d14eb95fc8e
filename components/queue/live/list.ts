import type { QueuePlace } from "@/lib/queue/row";
import type { QueueLine } from "../queue-line";
import type { QueueNews } from "./news";

/** A row on the page. `query` is its own list's, where it came after the page was made. */
export type ListLine = QueueLine & {
  query?: QueueNews["query"] | undefined;
  fresh?: boolean | undefined;
  moved?: boolean;
};

type Neighbours = Pick<QueuePlace, "previous" | "next">;
type Waiting = { line: ListLine; place: Neighbours };

/**
 * A list as somebody works through it (Q.1). Its rows never change places and never vanish while
 * it is open: what was tried, decided or given away changes its words, what arrives comes in
 * beside the neighbours that it has in the list of that moment.
 */
export type LiveList = {
  lines: readonly ListLine[];
  /** The parameters that hold it still. */
  query: QueueNews["query"];
  /** Rows of the held list that were fetched, and how many it has. */
  taken: number;
  total: number;
  /** Arrivals whose neighbours are not fetched yet. */
  waiting: readonly Waiting[];
};

export function beginList(
  lines: readonly QueueLine[],
  total: number,
  query: QueueNews["query"],
): LiveList {
  return { lines, query, taken: lines.length, total, waiting: [] };
}

function placed(lines: readonly ListLine[], { line, place }: Waiting): ListLine[] | null {
  const after = lines.findIndex(({ leadId }) => leadId === place.previous);
  const before = lines.findIndex(({ leadId }) => leadId === place.next);
  const at = after >= 0 ? after + 1 : before >= 0 ? before : place.previous === null ? 0 : -1;
  return at < 0 ? null : lines.toSpliced(at, 0, line);
}

/**
 * Puts in what waits, as far as its neighbours are there, which may have waited themselves; at the
 * list's end, all of it.
 */
function settled(list: LiveList): LiveList {
  let { lines } = list;
  let waiting: readonly Waiting[] = list.waiting;
  let before: number;
  do {
    before = waiting.length;
    waiting = waiting.filter((each) => {
      if (lines.some(({ leadId }) => leadId === each.line.leadId)) return false;
      const next = placed(lines, each);
      lines = next ?? lines;
      return !next;
    });
  } while (waiting.length < before);
  if (list.taken < list.total) return { ...list, lines, waiting };
  return { ...list, lines: [...lines, ...waiting.map(({ line }) => line)], waiting: [] };
}

/**
 * What followed the list as it was when it was `asked` for; rows that are there already stay where
 * they are. A list that has begun anew meanwhile takes none of it.
 */
export function withMore(list: LiveList, more: readonly QueueLine[], asked: LiveList): LiveList {
  if (asked.query !== list.query) return list;
  const rest = more.slice(list.taken - asked.taken);
  const there = new Set(list.lines.map(({ leadId }) => leadId));
  const lines = [...list.lines, ...rest.filter(({ leadId }) => !there.has(leadId))];
  // A page that is empty is the end, whatever was counted before.
  const total = more.length === 0 ? asked.taken : list.total;
  return settled({ ...list, lines, taken: list.taken + rest.length, total });
}

/** What became of leads. */
export function withNews(list: LiveList, { rows, gone, query }: QueueNews): LiveList {
  const news = new Map(rows.map((row) => [row.line.leadId, row]));
  const left = new Set(gone);
  const known = new Set(list.lines.map(({ leadId }) => leadId));
  const lines = list.lines.map((line) => {
    if (left.has(line.leadId)) return { ...line, moved: true };
    const row = news.get(line.leadId);
    // What is not said any more is gone with it.
    return row ? { query: line.query, fresh: line.fresh, ...row.line, moved: false } : line;
  });
  const arrived = rows.flatMap(({ line, shown, isNew, place }) =>
    shown && place && !known.has(line.leadId)
      ? [{ line: { ...line, query, fresh: isNew }, place }]
      : [],
  );
  const waiting = list.waiting.filter(
    ({ line }) => !left.has(line.leadId) && !news.has(line.leadId),
  );
  return settled({ ...list, lines, waiting: [...waiting, ...arrived] });
}

/** The first rows as the server has them now: words anew, and what nobody told of comes in. */
export function withFirst(
  list: LiveList,
  first: readonly QueueLine[],
  query: QueueNews["query"],
): LiveList {
  const rows = first.map((line, at) => ({
    line,
    shown: true,
    isNew: true,
    place: {
      at: at + 1,
      of: first.length,
      previous: first[at - 1]?.leadId ?? null,
      next: first[at + 1]?.leadId ?? null,
    },
  }));
  return withNews(list, { rows, gone: [], query });
}
