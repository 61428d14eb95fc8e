import type { Dossier } from "@/lib/documentation/dossier/dossier";
import type { SinceEntry } from "@/lib/handoff/since/since";
import { formatMoment, type Reader } from "@/lib/platform/format";
import type { ReadPart } from "../handoff/evidence/part";
import { classNames } from "../ui/class-names";
import { AttemptList } from "./attempt-list";
import { FieldList } from "./field-list";
import { FindingList } from "./finding-list";
import { GapList } from "./gap-list";
import { Remarks } from "./remarks";
import { RepPreview } from "./rep-preview";
import { ScoreLedger } from "./score-ledger";
import { SummaryEditor } from "./summary/summary-editor";
import { VersionList } from "./summary/version-list";
import { LeftOutList } from "./trail/left-out-list";
import { TouchpointList } from "./trail/touchpoint-list";

/** `reader.name` signs what is being written. */
type WorkbenchProps = {
  dossier: Dossier;
  now: Date;
  reader: Reader & { name: string };
  since: readonly SinceEntry[];
  evidence: ReadPart;
};

/**
 * At the left what is known, at the right what is written. What is missing and what was tried for it
 * come first; where nothing is missing nobody asks who was asked, so that it comes last.
 */
export function Workbench({ dossier, now, reader, since, evidence }: WorkbenchProps) {
  const { id, trail, activityCount, reEngaged, leftOut, remarks, versions } = dossier;
  const seen = { now, reader };
  // On a phone what holds the lead comes first, otherwise what is to be written.
  const held = dossier.holds.length > 0;
  const order = held ? "" : "max-lg:order-2";
  const tried = <AttemptList dossier={dossier} {...seen} />;
  return (
    <div className="mt-5 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,420px)_minmax(0,1fr)]">
      <div className={classNames("flex min-w-0 flex-col gap-6", order)}>
        <FindingList dossier={dossier} {...seen} />
        <GapList dossier={dossier} />
        {held && tried}
        <TouchpointList leadId={id} {...{ trail, activityCount, reEngaged, ...seen }} />
        <ScoreLedger dossier={dossier} {...seen} />
        <LeftOutList leadId={id} leftOut={leftOut} {...seen} />
        <FieldList dossier={dossier} {...seen} />
        {!held && tried}
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <div>
          <SummaryEditor draft={dossier.draft} />
          <VersionList
            versions={versions.map(({ at, ...version }) => ({
              ...version,
              when: formatMoment(at, reader, now),
            }))}
          />
        </div>
        <Remarks leadId={id} remarks={remarks} phrases={dossier.phrases} {...seen} />
        <RepPreview {...{ dossier, since, evidence, now, reader }} />
      </div>
    </div>
  );
}
