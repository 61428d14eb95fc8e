"use client";

import { rename } from "@/lib/access/people/actions";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { useSend } from "../../form/use-send";
import { useToast } from "../../ui/toast";

type NameFormProps = { person: { id: string; name: string }; onSaved: () => void };

/** How a person is called on every page from now on. */
export function NameForm({ person, onSaved }: NameFormProps) {
  const { say } = useToast();
  const [state, send] = useSend(rename, () => {
    say({ text: "Saved." });
    onSaved();
  });
  return (
    <Form state={state} action={send}>
      <input type="hidden" name="personId" value={person.id} />
      <TextInput name="name" label="Name" defaultValue={person.name} autoComplete="off" />
      <SubmitButton pendingLabel="Saving">Save</SubmitButton>
    </Form>
  );
}
