"use client";

import { changeTimes } from "@/lib/access/reader/actions";
import type { ReaderChoices } from "@/lib/access/reader/choices";
import type { Reader } from "@/lib/platform/format";
import { Form } from "../form/form";
import { Select } from "../form/select";
import { SubmitButton } from "../form/submit-button";
import { useSend } from "../form/use-send";
import { useToast } from "../ui/toast";

type ReaderFormProps = {
  person: { personId: string } & Reader;
  choices: ReaderChoices;
  onSaved?: () => void;
};

/** Where somebody is, and how they read dates and numbers. */
export function ReaderForm({ person, choices, onSaved }: ReaderFormProps) {
  const { say } = useToast();
  const [state, send] = useSend(changeTimes, () => {
    say({ text: "Saved." });
    onSaved?.();
  });
  return (
    // A saved zone is the form's own again, so it begins anew with what is kept.
    <Form key={`${person.timeZone} ${person.locale}`} state={state} action={send}>
      <input type="hidden" name="personId" value={person.personId} />
      <Select
        name="timeZone"
        label="Time zone"
        options={choices.timeZones}
        defaultValue={person.timeZone}
      />
      <Select
        name="locale"
        label="Dates and numbers as in"
        options={choices.locales}
        defaultValue={person.locale}
      />
      <SubmitButton pendingLabel="Saving">Save</SubmitButton>
    </Form>
  );
}
