"use client";

import { useState } from "react";
import type { GapVerdict } from "@/lib/audit/gaps/gap";
import type { FieldId } from "@/lib/standard/categories";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { FindingForm } from "./finding-form";

export type FindingButtonProps = {
  /** The reader. */
  personId: string;
  auditId: string;
  fieldId: FieldId;
  label: string;
  /** What the data say. */
  verdict: GapVerdict;
  /** False where only a person saw it, so that the data hold no cause. */
  told: boolean;
  owners: readonly { id: string; name: string }[];
  dueOn: string;
};

/** Makes a gap a finding: somebody mends it until a day, and it is measured again. */
export function FindingButton(props: FindingButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <span className="print:hidden">
      <Button onClick={() => setOpen(true)}>
        Make it a finding<span className="sr-only">: {props.label}</span>
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={props.label}
        description="It is measured again, and closes only when the rate has really moved."
      >
        <FindingForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </span>
  );
}
