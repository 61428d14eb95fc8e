import type { HandoffView, SinceEntry } from "@/lib/handoff/view";
import { CrmRecords } from "./crm-records";
import type { Reading } from "./field-state";
import { Identity } from "./identity";
import { MoreActions } from "./more-actions";
import type { LaterParts } from "./part";
import { SheetParts } from "./sheet-parts";
import { SinceHandoff } from "./since-handoff";
import { TwoClocks } from "./two-clocks";
import { Warning } from "./warning";

type HandoffSheetProps = {
  view: HandoffView;
  since: readonly SinceEntry[];
  reading: Reading;
  parts: LaterParts;
};

/** The whole handoff on one screen: a reason not to call, why now, what to say, how to reach, then all. */
export function HandoffSheet({ view, since, reading, parts }: HandoffSheetProps) {
  const { snapshot, own, leadId } = view;
  return (
    <article>
      <Warning view={view} reading={reading} />
      <Identity snapshot={snapshot} reading={reading}>
        <TwoClocks view={view} now={reading.now} />
      </Identity>
      <SheetParts {...{ snapshot, reading, own }} evidence={parts.evidence}>
        <SinceHandoff entries={since} view={view} reading={reading} />
        <CrmRecords records={view.crms} />
        <MoreActions leadId={leadId} parts={{ sources: parts.sources, crmText: parts.crmText }} />
      </SheetParts>
    </article>
  );
}
