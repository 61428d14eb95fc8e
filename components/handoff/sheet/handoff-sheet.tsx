"use client";

import type { LaterParts } from "../evidence/part";
import { HandoffBar } from "../handoff-bar";
import { MoreActions } from "../more-actions";
import type { HandoffWords } from "../words/handoff";
import { CrmRecords } from "./crm-records";
import { Identity } from "./identity";
import { SheetParts } from "./sheet-parts";
import { SHOWN, SinceHandoff } from "./since-handoff";
import { TwoClocks } from "./two-clocks";
import { Warnings } from "./warnings";

/** A warning has two lines, and of what came since, one more says how much is not shown. */
const linesOf = ({ warnings, since }: HandoffWords) =>
  2 * warnings.length + Math.min(since.length, SHOWN + 1);

type HandoffSheetProps = { words: HandoffWords; parts: LaterParts };

/** The whole handoff on one screen: a reason not to call, why now, what to say, how to reach, then all. */
export function HandoffSheet({ words, parts }: HandoffSheetProps) {
  const { sheet, warnings, identity, clock, bar, since, crms } = words;
  return (
    <div data-sheet="">
      <HandoffBar words={bar} clock={clock} />
      <article>
        <Warnings warnings={warnings} />
        <Identity words={identity}>
          <TwoClocks {...clock} />
        </Identity>
        <SheetParts words={sheet} evidence={parts.evidence} besides={linesOf(words)}>
          <SinceHandoff lines={since} />
          <CrmRecords records={crms} />
          <MoreActions leadId={sheet.leadId} parts={parts} />
        </SheetParts>
      </article>
    </div>
  );
}
