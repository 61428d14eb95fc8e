import type { Dossier } from "@/lib/documentation/dossier/dossier";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { classNames } from "../ui/class-names";
import { AttemptList } from "./attempt-list";
import { FieldList } from "./field-list";
import { FindingList } from "./finding-list";
import { GapList } from "./gap-list";
import { LeftOutList } from "./left-out-list";
import { Remarks } from "./remarks";
import { RepPreview } from "./rep-preview";
import { ScoreLedger } from "./score-ledger";
import { SummaryEditor } from "./summary-editor";
import { TouchpointList } from "./touchpoint-list";
import { VersionList } from "./version-list";

/** `reader.name` signs what is being written. */
type WorkbenchProps = { dossier: Dossier; now: Date; reader: Reader & { name: string } };

/** At the left what is known, at the right what is written; what is missing comes first. */
export function Workbench({ dossier, now, reader }: WorkbenchProps) {
  const { id, trail, activityCount, reEngaged, leftOut, remarks, versions } = dossier;
  const seen = { now, reader };
  // On a phone what holds the lead comes first, otherwise what is to be written.
  const order = dossier.holds.length > 0 ? "" : "max-lg:order-2";
  return (
    <div className="mt-5 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,420px)_minmax(0,1fr)]">
      <div className={classNames("flex min-w-0 flex-col gap-6", order)}>
        <FindingList dossier={dossier} {...seen} />
        <GapList dossier={dossier} />
        <AttemptList dossier={dossier} {...seen} />
        <TouchpointList leadId={id} {...{ trail, activityCount, reEngaged, ...seen }} />
        <ScoreLedger dossier={dossier} {...seen} />
        <LeftOutList leadId={id} leftOut={leftOut} {...seen} />
        <FieldList dossier={dossier} {...seen} />
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
        <Remarks leadId={id} remarks={remarks} {...seen} />
        <RepPreview {...previewOf(dossier)} author={reader.name} reading={plain(seen)} />
      </div>
    </div>
  );
}

/** Only what the browser needs of whoever reads. */
function plain({ now, reader: { locale, timeZone } }: { now: Date; reader: Reader }) {
  return { now, reader: { locale, timeZone } };
}

/** A rep who has the lead reads what the handoff froze; anyone else would read what is so now. */
function previewOf(dossier: Dossier) {
  const { status, handoff, remarks, versions } = dossier;
  const { trigger, opener } = handoff && status !== "rejected" ? handoff : dossier;
  const [latest] = versions;
  const of = (kind: "note" | "flag") =>
    remarks
      .filter((remark) => remark.kind === kind)
      .map(({ text, author, at }) => ({ text, author, at: at.toISOString() }));
  const saved = latest ? { author: latest.author, at: latest.at.toISOString() } : null;
  return { trigger, opener, notes: of("note"), flags: of("flag"), saved };
}
