"use client";

import { useState } from "react";
import { changeMember } from "@/lib/routing/team/actions";
import { CheckBox } from "../../form/check-box";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextArea } from "../../form/text-area";
import { TextInput } from "../../form/text-input";
import { useSend } from "../../form/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { useToast } from "../../ui/toast";
import type { TeamLine } from "./routing-team";

type MemberDialogProps = { member: TeamLine; segments: readonly { id: string; name: string }[] };

/** The boxes that are ticked, as the one list that the input reads. */
function withSegments(data: FormData): FormData {
  data.set("segments", data.getAll("segment").join(","));
  return data;
}

function SegmentBoxes({ member, segments }: MemberDialogProps) {
  if (segments.length === 0) return null;
  return (
    <fieldset className="mb-4 min-w-0">
      <legend className="mb-1 text-small font-medium">Segments</legend>
      {segments.map(({ id, name }) => (
        <CheckBox
          key={id}
          name="segment"
          value={id}
          label={name}
          defaultChecked={member.segments.includes(id)}
        />
      ))}
    </fieldset>
  );
}

function Inputs({ member, segments }: MemberDialogProps) {
  const { territoryName, territory, languages, products, cap, weight } = member;
  return (
    <>
      <TextInput name="territoryName" label="Territory" optional defaultValue={territoryName} />
      <TextArea
        name="territory"
        label="Its countries"
        hint="Names, codes or regions, with commas between"
        optional
        defaultValue={territory}
      />
      <TextInput name="languages" label="Languages" optional defaultValue={languages} />
      <TextInput name="products" label="Products" optional defaultValue={products} />
      <SegmentBoxes member={member} segments={segments} />
      <div className="grid grid-cols-2 gap-3">
        <TextInput
          name="leadCap"
          label="Most open leads"
          inputMode="numeric"
          optional
          defaultValue={cap ?? ""}
        />
        <TextInput name="weight" label="Weight" inputMode="numeric" defaultValue={weight} />
      </div>
    </>
  );
}

/** What routing knows of one rep, to be changed. */
export function MemberDialog({ member, segments }: MemberDialogProps) {
  const [open, setOpen] = useState(false);
  const { say } = useToast();
  const [state, send] = useSend(
    (data) => changeMember(withSegments(data)),
    () => {
      say({ text: `Saved. It counts from the next lead on.` });
      setOpen(false);
    },
  );
  return (
    <>
      <Button variant="bare" aria-label={`Edit ${member.name}`} onClick={() => setOpen(true)}>
        Edit
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={member.name}
        description="What the rules know of this rep. Whoever has a weight of 2 gets twice the turns of a 1."
      >
        <Form state={state} action={send}>
          <input type="hidden" name="personId" value={member.id} />
          <Inputs member={member} segments={segments} />
          <SubmitButton pendingLabel="Saving">Save</SubmitButton>
        </Form>
      </Dialog>
    </>
  );
}
