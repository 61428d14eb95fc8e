"use client";

import { answerToPress } from "../form/answer";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { copyLater } from "./copy-later";
import { useDesk } from "./desk";
import type { LaterParts } from "./evidence/part";
import { SourcesDialog } from "./evidence/sources-dialog";
import { FieldName } from "./sheet/field-name";

/** Fields whose names stand nowhere on the page, because what they say is plain to see. */
const UNNAMED = [
  { id: "C4.6", label: "Trigger" },
  { id: "C3.8", label: "Trail" },
  { id: "C3.9", label: "Summary" },
  { id: "C4.1", label: "Score" },
  { id: "C4.2", label: "Fit" },
  { id: "C4.3", label: "Intent" },
  { id: "C4.4", label: "Behavior" },
  { id: "C4.5", label: "Trend" },
] as const;

type MoreActionsProps = { leadId: string; parts: Pick<LaterParts, "sources" | "crmText"> };

/** What is needed now and then: naming a gap, taking the text elsewhere, paper. */
export function MoreActions({ leadId, parts }: MoreActionsProps) {
  const desk = useDesk();
  const { say } = useToast();
  async function copy() {
    const answer = await copyLater(answerToPress(() => parts.crmText(leadId)));
    if (answer.ok) say({ text: "Copied.", detail: "Paste it into the record in your CRM." });
    else say({ text: "Not copied.", detail: answer.reason, tone: "bad" });
  }
  return (
    <div className="-mx-[11px] flex xl:-mb-6 flex-wrap items-center print:hidden">
      {desk && (
        <Button
          variant="bare"
          kbd="M"
          aria-pressed={desk.picking}
          onClick={() => desk.pick(!desk.picking)}
        >
          {desk.picking ? "Done" : "Something was missing"}
        </Button>
      )}
      <SourcesDialog leadId={leadId} read={parts.sources} />
      <Button variant="bare" kbd="Y" onClick={copy}>
        Copy for CRM
      </Button>
      <Button variant="bare" onClick={() => window.print()}>
        Print
      </Button>
      {desk?.picking && (
        <div className="flex w-full flex-wrap gap-x-3 px-[11px] text-small text-soft">
          <p role="status" className="w-full">
            Press the name of what was missing, there or here. Esc ends it.
          </p>
          {UNNAMED.map(({ id, label }) => (
            <FieldName key={id} id={id} label={label} />
          ))}
        </div>
      )}
    </div>
  );
}
