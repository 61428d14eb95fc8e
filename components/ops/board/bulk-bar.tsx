"use client";

import { useState, useTransition } from "react";
import { leadsOfBoard } from "@/lib/documentation/actions";
import { BULK_MOST } from "@/lib/platform/bulk";
import { answerToPress } from "../../form/answer";
import { Button } from "../../ui/button";
import { useToast } from "../../ui/toast";
import { BulkDialog } from "./bulk-dialog";
import { BULK_DEEDS, type BulkDeed } from "./bulk-words";
import { useSelection } from "./selection";

type BulkBarProps = {
  deeds: readonly BulkDeed[];
  /** The leads of the page by id, to be named before something is done with them. */
  names: Readonly<Record<string, string>>;
  /** The team’s flags. */
  phrases: readonly string[];
  /** How many leads the list has as filtered, and the filter as its address has it. */
  total: number;
  query: Record<string, string>;
};

/** What can be done with the selected leads; there only while some are. */
export function BulkBar({ deeds, names, phrases, total, query }: BulkBarProps) {
  const selection = useSelection();
  const [deed, setDeed] = useState<BulkDeed>();
  const count = selection?.selected.size ?? 0;
  if (!selection || count === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected leads"
      className="sticky bottom-3 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-box border border-line-strong bg-surface px-3 py-2 shadow-[0_0.75rem_0_var(--paper)] print:hidden"
    >
      <p role="status" className="num mr-1 text-small font-medium">
        {count} selected
      </p>
      {deeds.map((each) => (
        <Button key={each} kbd={BULK_DEEDS[each].kbd} onClick={() => setDeed(each)}>
          {BULK_DEEDS[each].label}
        </Button>
      ))}
      <SelectBeyond total={total} query={query} />
      <Button variant="bare" className="ml-auto" onClick={() => selection.choose([])}>
        Select none
      </Button>
      {deed && (
        <BulkDialog
          deed={deed}
          leadIds={[...selection.selected]}
          names={names}
          phrases={phrases}
          onClose={() => setDeed(undefined)}
          onDone={() => selection.choose([])}
        />
      )}
    </div>
  );
}

/** Once the whole page is selected: everything else that the filter shows, too. */
function SelectBeyond({ total, query }: Pick<BulkBarProps, "total" | "query">) {
  const selection = useSelection();
  const [pending, start] = useTransition();
  const { say } = useToast();
  const pageOnly = selection?.page.every((id) => selection.selected.has(id));
  if (!selection || !pageOnly || total <= selection.selected.size) return null;
  const { choose } = selection;

  function press() {
    if (pending) return;
    start(async () => {
      const outcome = await answerToPress(() => leadsOfBoard({ query }));
      if (outcome.ok) choose(outcome.value.leadIds);
      else say({ text: "Not selected.", detail: outcome.reason, tone: "bad" });
    });
  }
  return (
    <Button variant="bare" aria-disabled={pending || undefined} onClick={press}>
      {total > BULK_MOST ? `Select the first ${BULK_MOST}` : `Select all ${total}`}
    </Button>
  );
}
