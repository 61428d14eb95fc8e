import type { ChannelSystem } from "../channels/channel";
import { NOTICE_KINDS, type NoticeKind } from "../kinds";
import { type NoticeSettings, quietEnd } from "../settings/quiet";

/** What decides whether a notice is still to be sent, as it is at the moment of sending. */
export type Circumstances = {
  kind: NoticeKind;
  at: Date;
  /** A rule asked for this channel, whatever the person has chosen. */
  byRule: boolean;
  connection: {
    id: string;
    paused: boolean;
    removed: boolean;
    readers: ChannelSystem["readers"];
  };
  person: { active: boolean; timeZone: string };
  settings: NoticeSettings;
  /** The lead is still with that handoff, and nobody has tried to reach it or decided on it. */
  open: boolean;
};

export type Fate =
  | { fate: "send" }
  | { fate: "drop"; words: string }
  | { fate: "wait"; until: Date; words: string };

const MINUTE = 60_000;
const LOOK_AGAIN_MS = 5 * MINUTE;

const drop = (words: string): Fate => ({ fate: "drop", words });

/**
 * Whether a notice is sent now, later or not at all. What is no longer true is not sent late: a
 * lead that somebody has called already is no news.
 */
export function fateOf(given: Circumstances, now: Date): Fate {
  const { kind, at, byRule, connection, person, settings, open } = given;
  const { onlyWhileOpen, newsFor, inQuietHours } = NOTICE_KINDS[kind];
  if (!person.active) return drop("The person has no access any more.");
  if (connection.removed) return drop("The connection was removed.");
  if (!byRule && (settings.off || !isChosen(given))) return drop("Switched off by the person.");
  if (onlyWhileOpen && !open) return drop("No longer true: the lead was answered or moved on.");
  const lapses = at.getTime() + newsFor * MINUTE;
  if (now.getTime() > lapses) return drop("No news any more: it could not be sent in time.");
  // A room that a rule tells has no hours of its own.
  const isQuiet = !(byRule && connection.readers === "a room");
  const until = isQuiet ? quietEnd(settings, person.timeZone, now) : null;
  if (until && inQuietHours === "not sent") return drop("Quiet hours.");
  if (until) return { fate: "wait", until, words: "Waits for the end of quiet hours." };
  if (!connection.paused) return { fate: "send" };
  const again = new Date(now.getTime() + LOOK_AGAIN_MS);
  return { fate: "wait", until: again, words: "Waits while the connection is paused." };
}

const isChosen = ({ kind, connection, settings }: Circumstances) =>
  settings.choices.some((one) => one.kind === kind && one.connectionId === connection.id);
