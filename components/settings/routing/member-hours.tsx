"use client";

import { useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { AbsenceForm, type AbsenceLine } from "../absence-form";
import { HoursForm, type HoursLine } from "../hours-form";

/** A rep's hours and absences as an admin edits them. */
export type MemberHoursLine = HoursLine & { absences: readonly AbsenceLine[] };

/** When a rep works and when not, to be changed. */
export function MemberHours({ name, line }: { name: string; line: MemberHoursLine }) {
  const [open, setOpen] = useState(false);
  const { absences, ...hours } = line;
  return (
    <>
      <Button variant="bare" aria-label={`Hours of ${name}`} onClick={() => setOpen(true)}>
        Hours
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={name}
        description="No lead comes while they are away; a lead’s time runs in their hours."
      >
        <h3 className="mb-2 font-medium">Away</h3>
        <AbsenceForm personId={line.personId} absences={absences} />
        <h3 className="mt-6 mb-2 font-medium">Hours</h3>
        <HoursForm {...hours} />
      </Dialog>
    </>
  );
}
