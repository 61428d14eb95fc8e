"use client";

import { useState } from "react";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { letIn } from "@/lib/access/people/actions";
import { ROLE_NAMES, ROLES } from "@/lib/access/roles";
import { useSend } from "../../form/use-send";

const options = ROLE_NAMES.map((value) => ({ value, label: ROLES[value] }));

/** Adds a person, who can then sign in with their address. */
export function LetIn() {
  const [open, setOpen] = useState(false);
  const { say } = useToast();
  const [state, send] = useSend(letIn, (_, data) => {
    say({ text: `${data.get("name")} can sign in now.` });
    setOpen(false);
  });
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
