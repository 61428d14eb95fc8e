import { firstOf, oneOf, type SearchParams } from "@/lib/platform/search-params";
import { type FieldId, isFieldId } from "@/lib/standard/categories";
import { ANSWER_FILTER_NAMES, type AnswerFilter } from "./answers";
import { BOARD_KIND_NAMES, type BoardKind } from "./kinds";

/** What of the board is shown. It lives in the address whole. */
export type BoardFilter = {
  show: BoardKind;
  /** Part of a name, a company or an address; "" for all. */
  search: string;
  /** Only leads that lack this field. */
  missing: FieldId | null;
  /** Only leads of which a provider last said this. */
  answer: AnswerFilter | null;
  /** Only leads that came this way (C5.3), such as 'paid search'. */
  channel: string | null;
  /** Only MQLs. */
  mql: boolean;
  cursor: string | null;
};

const LONGEST_SEARCH = 200;
const LONGEST_CHANNEL = 500;
/** PostgreSQL takes no NUL in a text. */
const words = (value: string | string[] | undefined, longest: number) =>
  (firstOf(value) ?? "").replaceAll("\0", "").trim().slice(0, longest);

/** What narrows Pending Enrichment and nothing else. */
const ALL_HELD = { missing: null, answer: null, channel: null, mql: false } as const;

/** Reads the filter from an address's parameters; what makes no sense counts as not given. */
export function parseBoardFilter(params: SearchParams): BoardFilter {
  const show = oneOf(BOARD_KIND_NAMES, firstOf(params.show)) ?? "enrichment";
  const common = {
    show,
    search: words(params.q, LONGEST_SEARCH),
    cursor: firstOf(params.cursor) ?? null,
  };
  if (show !== "enrichment") return { ...common, ...ALL_HELD };
  const missing = firstOf(params.missing) ?? "";
  return {
    ...common,
    missing: isFieldId(missing) ? missing : null,
    answer: oneOf(ANSWER_FILTER_NAMES, firstOf(params.answer)) ?? null,
    channel: words(params.channel, LONGEST_CHANNEL) || null,
    mql: firstOf(params.mql) === "1",
  };
}

/** The parameters of a filter, the opposite of `parseBoardFilter`. */
export function boardQuery(filter: Partial<BoardFilter>): Record<string, string | boolean | null> {
  const { show, search, missing, answer, channel, mql, cursor } = filter;
  return {
    show: show ?? null,
    q: search ?? null,
    missing: missing ?? null,
    answer: answer ?? null,
    channel: channel ?? null,
    mql: mql ?? false,
    cursor: cursor ?? null,
  };
}

/** True where less than the whole list is shown. */
export const isNarrowed = ({ search, missing, answer, channel, mql }: BoardFilter): boolean =>
  Boolean(search || missing || answer || channel || mql);
