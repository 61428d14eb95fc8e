"use client";

import { replayEvent } from "@/lib/connections/events/actions";
import { VerbButton } from "../../form/verb-button";
import { replayedWords, type Way } from "./replayed-words";

type ReplayEventProps = { connectionId: string; eventId: string; way: Way };

/** Takes one event in again, or sends it again: it is there once, however often it is pressed. */
export function ReplayEvent({ way, ...event }: ReplayEventProps) {
  return (
    <VerbButton
      variant="primary"
      verb={() => replayEvent(event)}
      label="Replay"
      busy="Replaying"
      said={(replayed) => ({ text: replayedWords(replayed, way) })}
      refused="Not replayed."
    />
  );
}
