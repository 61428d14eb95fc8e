"use client";

import { useEffect, useState } from "react";
import type { FieldId } from "@/lib/standard/categories";
import { LateDialog } from "../../ui/late-dialog";
import { useDesk } from "../desk";
import { FieldName } from "../sheet/field-name";
import type { ReadPart } from "./part";
import { usePart } from "./use-part";

type Kind = { id: FieldId; label: string; amount: string };
type EvidenceDialogProps = { kinds: readonly Kind[]; leadId: string; read: ReadPart };

/** The kinds of evidence in one line; each opens all of it at its own place. */
export function EvidenceDialog({ kinds, leadId, read }: EvidenceDialogProps) {
  const desk = useDesk();
  const [at, setAt] = useState<FieldId>();
  const { ask, content } = usePart(read, leadId);
  useEffect(() => {
    if (at && content)
      document.getElementById(`evidence-${at}`)?.scrollIntoView({ block: "start" });
  }, [at, content]);
  const show = (id: FieldId) => {
    setAt(id);
    ask();
  };
  return (
    <>
      <ul className="mt-1 flex flex-wrap gap-x-3.5 gap-y-0.5 border-t border-line pt-1.5 text-small text-soft">
        {kinds.map(({ id, label, amount }) => (
          <li key={id} className="num">
            {desk?.picking ? (
              <FieldName id={id} label={label} />
            ) : (
              <button
                type="button"
                disabled={amount === "none"}
                onClick={() => show(id)}
                className="min-h-6 underline decoration-line-strong underline-offset-3 enabled:hover:text-ink enabled:hover:decoration-accent disabled:text-faint disabled:no-underline pointer-coarse:min-h-11"
              >
                {label} <span className={amount === "none" ? "" : "text-ink"}>{amount}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <LateDialog
        open={at !== undefined}
        onOpenChange={(open) => !open && setAt(undefined)}
        title="Behind the trail"
        description="Everything that was counted, as it stood at the handoff."
      >
        {content}
      </LateDialog>
    </>
  );
}
