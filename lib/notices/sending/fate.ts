import type { Role } from "@/lib/access/roles";
import { MINUTE } from "@/lib/platform/durations";
import type { ChannelSystem } from "../channels/channel";
import { kindsOf, NOTICE_KINDS, type NoticeKind } from "../kinds";
import { NOTHING_SET, type NoticeSettings, type QuietHours, quietEnd } from "../settings/quiet";

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
  person: { active: boolean; role: Role; timeZone: string };
  settings: NoticeSettings;
  /** Nobody has tried to reach the lead or decided on it. */
  untried: boolean;
  /** It is still with that handoff. */
  same: boolean;
};

type Fate =
  | { fate: "send" }
  | { fate: "drop"; words: string }
  /** It came too late: what kept it is to be looked into. */
  | { fate: "lapse"; words: string }
  | { fate: "wait"; until: Date; words: string };

const LOOK_AGAIN_MS = 5 * MINUTE;
/** What quiet hours kept to their end is news for so long then. */
const AFTER_QUIET_MS = 60 * MINUTE;

const drop = (words: string): Fate => ({ fate: "drop", words });

/** When a notice is no news any more: quiet hours, though it be a weekend of them, keep it. */
function lapsesAt({ kind, at, person: { timeZone } }: Circumstances, quiet: QuietHours): number {
  const from = quietEnd(quiet, timeZone, at) ?? at;
  const end = new Date(from.getTime() + NOTICE_KINDS[kind].newsFor * MINUTE);
  const until = quietEnd(quiet, timeZone, end);
  return until ? until.getTime() + AFTER_QUIET_MS : end.getTime();
}

function isTrue({ kind, untried, same }: Circumstances): boolean {
  const { onlyWhile } = NOTICE_KINDS[kind];
  return onlyWhile === null || (untried && (same || onlyWhile === "untried"));
}

/**
 * Whether a notice is sent now, later or not at all. What is no longer true is not sent late: a
 * lead that somebody has called already is no news.
 */
export function fateOf(given: Circumstances, now: Date): Fate {
  const { kind, byRule, connection, person, settings } = given;
  if (!person.active) return drop("The person has no access any more.");
  if (connection.removed) return drop("The connection was removed.");
  // A room that a rule tells has no hours of its own, and no role.
  const toRoom = byRule && connection.readers === "a room";
  if (!toRoom && !kindsOf(person.role).includes(kind))
    return drop("Their role is another one now.");
  if (!byRule && (settings.off || !isChosen(given))) return drop("Switched off by the person.");
  if (!isTrue(given)) return drop("No longer true: the lead was answered or moved on.");
  const quiet = toRoom ? NOTHING_SET : settings;
  if (now.getTime() > lapsesAt(given, quiet)) {
    return { fate: "lapse", words: "No news any more: it could not be sent in time." };
  }
  const until = quietEnd(quiet, person.timeZone, now);
  if (until && NOTICE_KINDS[kind].inQuietHours === "not sent") return drop("Quiet hours.");
  if (until) return { fate: "wait", until, words: "Waits for the end of quiet hours." };
  if (!connection.paused) return { fate: "send" };
  const again = new Date(now.getTime() + LOOK_AGAIN_MS);
  return { fate: "wait", until: again, words: "Waits while the connection is paused." };
}

const isChosen = ({ kind, connection, settings }: Circumstances) =>
  settings.choices.some((one) => one.kind === kind && one.connectionId === connection.id);
