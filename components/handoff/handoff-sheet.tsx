import type { HandoffView, SinceEntry } from "@/lib/handoff/view";
import { BehavioralTrail } from "./behavioral-trail";
import { CompanyIntelligence } from "./company-intelligence";
import { ContactBasics } from "./contact-basics";
import type { Reading } from "./field-state";
import { HandoffMetadata } from "./handoff-metadata";
import { Identity } from "./identity";
import { MoreActions } from "./more-actions";
import type { LaterParts } from "./part";
import { ScoringContext } from "./scoring-context";
import { SinceHandoff } from "./since-handoff";
import { NotesAndFlags, Summary } from "./summary";
import { Warning } from "./warning";
import { WhyNow } from "./why-now";

type HandoffSheetProps = {
  view: HandoffView;
  since: readonly SinceEntry[];
  reading: Reading;
  parts: LaterParts;
};

// The order in the document is the order to read in, C1 to C5 (Q.3); the grid only places it.
const column = "flex flex-col gap-y-5 roomy:row-span-3";

/** The whole handoff on one screen: a reason not to call, why now, what to say, how to reach, then all. */
export function HandoffSheet({ view, since, reading, parts }: HandoffSheetProps) {
  const { snapshot } = view;
  const common = { snapshot, reading };
  return (
    <article>
      <Warning view={view} reading={reading} />
      <Identity view={view} reading={reading} />
      <div className="grid gap-x-8.5 gap-y-4 roomy:grid-cols-[minmax(0,1fr)_minmax(0,312px)_minmax(0,272px)] roomy:grid-rows-[auto_auto_1fr]">
        <WhyNow snapshot={snapshot} reading={reading} />
        <div className={column}>
          <ContactBasics {...common} />
          <CompanyIntelligence {...common} />
        </div>
        <div className="flex flex-col gap-y-3.5 roomy:col-start-1 roomy:row-start-2">
          <BehavioralTrail {...common} read={parts.evidence} />
          <Summary {...common} />
          <NotesAndFlags {...common} />
        </div>
        <div className={`${column} roomy:col-start-3 roomy:row-start-1`}>
          <ScoringContext {...common} />
          <HandoffMetadata {...common} own={view.own} />
        </div>
        <div className="roomy:col-start-1 roomy:row-start-3">
          <SinceHandoff entries={since} view={view} reading={reading} />
          <MoreActions
            leadId={view.leadId}
            parts={{ sources: parts.sources, crmText: parts.crmText }}
          />
        </div>
      </div>
    </article>
  );
}
