"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { FieldId } from "@/lib/standard/categories";
import { Dialog } from "../ui/dialog";
import { useDesk } from "./desk";
import { FieldName } from "./field-name";

type Kind = { id: FieldId; label: string; amount: string };
type EvidenceDialogProps = { kinds: readonly Kind[]; children: ReactNode };

/** The kinds of evidence in one line; each opens all of it at its own place. */
export function EvidenceDialog({ kinds, children }: EvidenceDialogProps) {
  const desk = useDesk();
  const [at, setAt] = useState<FieldId>();
  useEffect(() => {
    if (at) document.getElementById(`evidence-${at}`)?.scrollIntoView({ block: "start" });
  }, [at]);
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
                onClick={() => setAt(id)}
                className="min-h-6 underline decoration-line-strong underline-offset-3 enabled:hover:text-ink enabled:hover:decoration-accent disabled:text-faint disabled:no-underline pointer-coarse:min-h-9"
              >
                {label} <span className={amount === "none" ? "" : "text-ink"}>{amount}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={at !== undefined}
        onOpenChange={(open) => !open && setAt(undefined)}
        title="Behind the trail"
        description="Everything that was counted, as it stood at the handoff."
      >
        {children}
      </Dialog>
    </>
  );
}
