"use client";

import { useActionState, useState } from "react";
import { answerOf, formStateOf } from "@/components/form/answer";
import { Form } from "@/components/form/form";
import { type FormState, untouched } from "@/components/form/form-state";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { letIn } from "@/lib/access/people/actions";
import { ROLE_NAMES, ROLES } from "@/lib/access/roles";

const options = ROLE_NAMES.map((value) => ({ value, label: ROLES[value] }));

/** Adds a person, who can then sign in with their address. */
export function LetIn() {
  const [open, setOpen] = useState(false);
  const { say } = useToast();
  const [state, send] = useActionState(async (_: FormState, data: FormData) => {
    const answer = await answerOf(() => letIn(data));
    if (!answer.ok) return formStateOf(answer);
    say({ text: `${data.get("name")} can sign in now.` });
    setOpen(false);
    return untouched;
  }, untouched);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Add a person
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Add a person"
        description="Whoever signs in with this address gets the role you choose."
      >
        <Form state={state} action={send}>
          <TextInput name="name" label="Name" autoComplete="off" />
          <TextInput name="email" label="Email" type="email" autoComplete="off" />
          <Select name="role" label="Role" options={options} placeholder="Choose a role" />
          <SubmitButton pendingLabel="Adding">Add</SubmitButton>
        </Form>
      </Dialog>
    </>
  );
}
