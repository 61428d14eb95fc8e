import { type FieldId, isFieldId } from "@/lib/standard/categories";
import { BOARD_KIND_NAMES, type BoardKind } from "./kinds";

/** What of the board is shown. It lives in the address whole. */
export type BoardFilter = {
  show: BoardKind;
  /** Part of a name, a company or an address; "" for all. */
  search: string;
  /** Only leads that lack this field. */
  missing: FieldId | null;
  /** Only MQLs. */
  mql: boolean;
  cursor: string | null;
};

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const LONGEST_SEARCH = 200;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Reads the filter from an address's parameters; what makes no sense counts as not given. */
export function parseBoardFilter(params: SearchParams): BoardFilter {
  const show = BOARD_KIND_NAMES.find((name) => name === one(params.show)) ?? "enrichment";
  const missing = one(params.missing) ?? "";
  const held = show === "enrichment";
  return {
    show,
    search: (one(params.q) ?? "").trim().slice(0, LONGEST_SEARCH),
    missing: held && isFieldId(missing) ? missing : null,
    mql: held && one(params.mql) === "1",
    cursor: one(params.cursor) ?? null,
  };
}

/** The parameters of a filter, the opposite of `parseBoardFilter`. */
export function boardQuery(filter: Partial<BoardFilter>): Record<string, string | boolean | null> {
  const { show, search, missing, mql, cursor } = filter;
  return {
    show: show ?? null,
    q: search ?? null,
    missing: missing ?? null,
    mql: mql ?? false,
    cursor: cursor ?? null,
  };
}
