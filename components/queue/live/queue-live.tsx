"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { address } from "@/lib/platform/address";
import type { QueueCounts } from "@/lib/queue/row";
import { LiveRegion } from "../../shell/live-region";
import { holdRow } from "../../table/held-row";
import { type KeptRow, keptRow, rowToStayAt } from "../kept-row";
import type { QueueLine } from "../queue-line";
import { useMoved } from "../use-moved";
import { beginList, type LiveList, withFirst, withMore, withNews } from "./list";
import type { LiveState } from "./live-source";
import type { QueueNews, QueueReload } from "./news";
import { useLive } from "./use-live";
import { useSlowRefresh } from "./use-slow-refresh";
import { useUnseen } from "./use-unseen";

type Live = {
  list: LiveList;
  counts: QueueCounts;
  state: LiveState;
  /** When the page was made, epoch milliseconds. */
  servedAt: number;
  /** The names of the five categories. */
  categories: readonly string[];
  /**
   * The lead to come back to, then those in its place where it has left, and how far down it was, if known;
   * none while the list is made anew.
   */
  comeBackTo: Pick<KeptRow, "rows"> & Partial<KeptRow>;
  /** Adds what followed the list as it was when it was `asked` for. */
  add: (more: readonly QueueLine[], asked: LiveList) => void;
};

const NONE = { rows: [] };

const Context = createContext<Live | null>(null);

/** The list of the page as it is now. Inside QueueLive only. */
export function useQueueLive(): Live {
  const live = useContext(Context);
  if (!live) throw new Error("There is no QueueLive around this.");
  return live;
}

type QueueLiveProps = {
  /** The reader. */
  personId: string;
  lines: readonly QueueLine[];
  counts: QueueCounts;
  /** Of the list as served, with its moment. */
  query: QueueNews["query"];
  servedAt: number;
  /** Where the stream of changes goes on from the list as served. */
  since: string;
  categories: readonly string[];
  /** The lead that one came back from, by the address. */
  currentId: string | undefined;
  children: ReactNode;
};

/** Holds the list of the page, and lets what changes in it come in while one works through it. */
export function QueueLive(props: QueueLiveProps) {
  const { personId, lines, counts: given, query, servedAt, since, categories } = props;
  const router = useRouter();
  const [list, setList] = useState(() => beginList(lines, given.shown, query));
  const [counts, setCounts] = useState(given);
  const { words, tell } = useUnseen();
  const [anew, setAnew] = useState(false);
  // Undefined where only the address knows.
  const [left, setLeft] = useState<KeptRow>();
  const hasMoved = useMoved();
  const [served, setServed] = useState(servedAt);
  if (served !== servedAt) {
    setServed(servedAt);
    setCounts(given);
    setAnew(false);
    setList((known) =>
      anew ? beginList(lines, given.shown, query) : withFirst(known, lines, query),
    );
  }
  const startAnew = () => {
    setAnew(true);
    router.refresh();
  };
  // Back from far down finds the row that one left, not the top of the list.
  useEffect(() => setLeft(keptRow()), []);
  const state = useLive(personId, address("", list.query).slice(1), since, (event, data) => {
    if (event === "reload") {
      tell(data as QueueReload);
      // Who has not moved yet is still on their way back to the row that they left.
      if (hasMoved()) setLeft(rowToStayAt());
      startAnew();
    }
    if (event === "counts") setCounts(data as QueueCounts);
    if (event !== "leads") return;
    const news = data as QueueNews;
    const putBack = holdRow();
    flushSync(() => setList((known) => withNews(known, news)));
    putBack();
    tell(news);
  });
  useSlowRefresh(state, servedAt, startAnew);

  const add = useCallback(
    (more: readonly QueueLine[], asked: LiveList) =>
      setList((known) => withMore(known, more, asked)),
    [],
  );
  const { currentId } = props;
  const comeBackTo = useMemo(
    () => (anew ? NONE : (left ?? { rows: currentId ? [currentId] : [] })),
    [anew, left, currentId],
  );
  return (
    <Context value={{ list, counts, state, servedAt, categories, comeBackTo, add }}>
      <LiveRegion>{words}</LiveRegion>
      {props.children}
    </Context>
  );
}
