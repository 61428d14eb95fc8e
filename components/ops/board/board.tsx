import type { BoardFilter } from "@/lib/documentation/board/filter";
import { boardQuery, isNarrowed } from "@/lib/documentation/board/filter";
import type { BoardKind } from "@/lib/documentation/board/kinds";
import { opsAddress } from "@/lib/platform/address";
import { RowKeysHint } from "../../table/row-keys-hint";
import { BoardFresh } from "./board-fresh";
import type { BoardLine } from "./board-line";
import { BoardTable } from "./board-table";
import { BulkBar } from "./bulk-bar";
import type { BulkDeed } from "./bulk-words";
import { SelectionDesk } from "./selection";

/** What can be done with many leads of a list at once. */
const DEEDS: Record<BoardKind, readonly BulkDeed[]> = {
  enrichment: ["retry", "claim", "release", "flag", "test", "noLead"],
  summary: ["claim", "release", "flag", "test", "noLead"],
  flagged: ["claim", "release", "flag"],
  returned: ["claim", "release", "flag", "test", "noLead"],
  sync: ["retry", "claim", "release"],
  doubtful: ["trust", "distrust", "claim", "release"],
  aside: ["bringBack"],
};

type BoardProps = {
  filter: BoardFilter;
  lines: BoardLine[];
  total: number;
  before: number;
  /** The team’s flags. */
  phrases: readonly string[];
  /** Whether any lead has ever arrived. */
  begun: boolean;
  /** The lead one came back from. */
  currentId: string | undefined;
  /** When the server made this page, epoch milliseconds. */
  servedAt: number;
};

/** One list of the board, with what can be done with the leads that are selected in it. */
export function Board(props: BoardProps) {
  const { filter, lines, total, before, phrases, begun, currentId, servedAt } = props;
  const { show } = filter;
  const table = (
    <BoardTable
      kind={show}
      lines={lines}
      total={total}
      before={before}
      currentId={currentId}
      begun={begun}
      unfilteredHref={isNarrowed(filter) ? opsAddress({ show }) : undefined}
    />
  );
  const waiting = lines.some(({ next }) => next?.when === "now");
  const fresh = <BoardFresh servedAt={servedAt} waiting={waiting} />;
  const hint = lines.length > 0 && <RowKeysHint selects />;
  const query = queryText({ ...filter, cursor: null });
  return (
    <SelectionDesk key={JSON.stringify(boardQuery(filter))} page={lines.map(({ id }) => id)}>
      {table}
      <BulkBar
        deeds={DEEDS[show]}
        names={Object.fromEntries(lines.map(({ id, name }) => [id, name]))}
        phrases={phrases}
        total={total}
        query={query}
      />
      {hint}
      {fresh}
    </SelectionDesk>
  );
}

/** The filter as the address has it, and as an action takes it. */
function queryText(filter: BoardFilter): Record<string, string> {
  const given = Object.entries(boardQuery(filter)).flatMap(([name, value]) =>
    value ? [[name, value === true ? "1" : value] as const] : [],
  );
  return Object.fromEntries(given);
}
