"use client";

import { replayEvent } from "@/lib/connections/events/actions";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { replayedWords, type Way } from "./replayed-words";

type ReplayEventProps = { connectionId: string; eventId: string; way: Way };

/** Takes one event in again, or sends it again: it is there once, however often it is pressed. */
export function ReplayEvent({ way, ...event }: ReplayEventProps) {
  const { perform, pending } = useVerb();
  const { say } = useToast();
  async function press() {
    if (pending) return;
    const outcome = await perform(() => replayEvent(event));
    if (outcome.ok) say({ text: replayedWords(outcome.value, way) });
    else say({ text: "Not replayed.", detail: outcome.reason, tone: "bad" });
  }
  return (
    <Button variant="primary" aria-disabled={pending || undefined} onClick={press}>
      {pending ? "Replaying" : "Replay"}
    </Button>
  );
}
