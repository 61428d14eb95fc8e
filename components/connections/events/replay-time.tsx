"use client";

import { useState } from "react";
import { replayTime } from "@/lib/connections/events/actions";
import { Choice } from "../../form/choice";
import { Form } from "../../form/form";
import { SubmitButton } from "../../form/submit-button";
import { TextInput } from "../../form/text-input";
import { useSend } from "../../form/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { useToast } from "../../ui/toast";
import { replayedWords, type Way } from "./replayed-words";

type ReplayTimeProps = {
  way: Way;
  connectionId: string;
  /** What the fields hold at first, as the reader's clocks show it: `2026-06-03T14:30`. */
  from: string;
  to: string;
};

const WHICH = {
  in: { all: "Everything", unreadable: "What could not be read" },
  out: { all: "Everything", unreadable: "What was given up" },
  told: { all: "Everything", unreadable: "What was given up" },
};
const MEANS = {
  in: "What came then is taken in again. What is known already stays as it is; nothing is doubled, and nothing newer is undone.",
  out: "What was to go out then is sent again, with the values that its leads have now. Records and notes that are there are found by their ids; nothing is doubled.",
  told: "What was to go out then is sent again, each under the webhook-id that it had, by which whoever takes it knows it again.",
};

/** Replays what came or went in a time: after a rule was mended, or a map was wrong. */
export function ReplayTime(props: ReplayTimeProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Replay a time</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Replay a time"
        description={MEANS[props.way]}
      >
        <ReplayForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ReplayForm({
  way,
  connectionId,
  from,
  to,
  onDone,
}: ReplayTimeProps & { onDone: () => void }) {
  const { say } = useToast();
  const [state, send] = useSend(replayTime, (value) => {
    onDone();
    say({ text: replayedWords(value, way) });
  });
  return (
    <Form state={state} action={send}>
      <input type="hidden" name="connectionId" value={connectionId} />
      <TextInput name="from" label="From" type="datetime-local" defaultValue={from} />
      <TextInput name="to" label="Until" type="datetime-local" defaultValue={to} />
      <Choice name="only" label="What" options={WHICH[way]} initial="all" />
      <SubmitButton pendingLabel="Replaying">Replay</SubmitButton>
    </Form>
  );
}
