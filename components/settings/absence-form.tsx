"use client";

import { addAbsence, takeAbsenceBack } from "@/lib/sla/hours/actions";
import { Form } from "../form/form";
import { SubmitButton } from "../form/submit-button";
import { TextInput } from "../form/text-input";
import { useSend } from "../form/use-send";
import { VerbButton } from "../form/verb-button";
import { useToast } from "../ui/toast";

/** Days that somebody is away for; `days` are in the reader's words. */
export type AbsenceLine = { id: string; days: string; words: string | null };

function Absence({ line: { id, days, words } }: { line: AbsenceLine }) {
  return (
    <li className="flex items-center justify-between gap-3 border-b border-line py-1">
      <span className="min-w-0 wrap-anywhere">
        {days}
        {words && <span className="text-faint">, {words}</span>}
      </span>
      <VerbButton
        variant="bare"
        verb={() => takeAbsenceBack({ absenceId: id })}
        label="Take back"
        busy="Taking back"
        said={() => ({ text: "Taken back." })}
        refused="Not taken back."
        aria-label={`Take back ${days}`}
      />
    </li>
  );
}

type AbsenceFormProps = { personId: string; absences: readonly AbsenceLine[] };

/** The days a person is away, and more of them. */
export function AbsenceForm({ personId, absences }: AbsenceFormProps) {
  const { say } = useToast();
  const [state, send] = useSend(addAbsence, () =>
    say({ text: "Saved. No lead comes on these days." }),
  );
  return (
    <>
      {absences.length > 0 && (
        <ul className="mb-4 text-small">
          {absences.map((line) => (
            <Absence key={line.id} line={line} />
          ))}
        </ul>
      )}
      <Form state={state} action={send} key={absences.map(({ id }) => id).join()}>
        <input type="hidden" name="personId" value={personId} />
        <div className="grid grid-cols-2 gap-3">
          <TextInput name="first" label="First day away" type="date" />
          <TextInput name="last" label="Last day away" type="date" />
        </div>
        <TextInput name="words" label="Why" optional autoComplete="off" />
        <SubmitButton pendingLabel="Saving">Add the absence</SubmitButton>
      </Form>
    </>
  );
}
