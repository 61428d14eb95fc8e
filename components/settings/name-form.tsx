"use client";

import { useActionState } from "react";
import { rename } from "@/lib/access/people/actions";
import { answerOf, formStateOf } from "../form/answer";
import { Form } from "../form/form";
import { type FormState, untouched } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { TextInput } from "../form/text-input";
import { useToast } from "../ui/toast";

type NameFormProps = { person: { id: string; name: string }; onSaved: () => void };

/** How a person is called on every page from now on. */
export function NameForm({ person, onSaved }: NameFormProps) {
  const { say } = useToast();
  const [state, send] = useActionState(async (_: FormState, data: FormData) => {
    const answer = await answerOf(() => rename(data));
    if (!answer.ok) return formStateOf(answer);
    say({ text: "Saved." });
    onSaved();
    return untouched;
  }, untouched);
  return (
    <Form state={state} action={send}>
      <input type="hidden" name="personId" value={person.id} />
      <TextInput name="name" label="Name" defaultValue={person.name} autoComplete="off" />
      <SubmitButton pendingLabel="Saving">Save</SubmitButton>
    </Form>
  );
}
