import { z } from "zod";
import type { ChannelId } from "@/lib/notices/channels/channel";
import { keysOf } from "@/lib/platform/keys-of";
import { RESPONSE_WINDOW_SECONDS } from "./response-window";

/** The longest window, in minutes of working time: a day's. The queue reads back as far as this. */
export const LONGEST_WINDOW_MINUTES = 8 * 60;

const windowMinutes = z
  .number("Give whole minutes.")
  .int("Give whole minutes.")
  .min(1, "A window has at least a minute.")
  .max(LONGEST_WINDOW_MINUTES, "A window has at most eight hours.");

/** What a step of the ladder does, in the order in which they follow one another. */
export const ESCALATIONS = {
  warn_rep: "Warn the rep",
  tell_manager: "Tell the managers",
  reroute: "Give it to another rep",
} as const;
export type Escalation = keyof typeof ESCALATIONS;
export const ESCALATION_NAMES = Object.keys(ESCALATIONS) as [Escalation, ...Escalation[]];

/**
 * How those are told whom a step concerns: on the page alone, also as each has chosen, or also by one
 * kind of channel, whatever they have chosen.
 */
export const CHANNELS = {
  app: "In Baton only",
  notices: "As people chose",
  smtp: "By mail",
  slack: "By Slack",
  teams: "By Teams",
} as const satisfies Record<"app" | "notices" | ChannelId, string>;
export type Channel = keyof typeof CHANNELS;

/** A way to people that is connected, such as one room of Slack. */
export type ConnectedWay = { id: string; name: string; system: ChannelId };

/** Whether a step can tell by a channel, and there in the room that it names, given what is connected. */
export const isAtHand = (
  { channel, room }: Pick<LadderStep, "channel" | "room">,
  connected: readonly ConnectedWay[],
): boolean =>
  channel === "app" ||
  channel === "notices" ||
  connected.some(({ id, system }) => system === channel && (!room || id === room.id));

const DAY_MINUTES = 24 * 60;

/**
 * `minutes` of the owner's working time from the end of the window; before it where negative. `room` is one
 * connection of the channel, called as it was when it was chosen; left out, all of that kind are told.
 */
const step = z
  .strictObject({
    action: z.enum(ESCALATION_NAMES, "Choose what happens."),
    minutes: z
      .number("Give whole minutes.")
      .int("Give whole minutes.")
      .min(-LONGEST_WINDOW_MINUTES, "No window is as long.")
      .max(DAY_MINUTES, "Give at most 24 hours."),
    channel: z.enum(keysOf(CHANNELS), "Choose how."),
    room: z.strictObject({ id: z.guid(), name: z.string().max(200) }).optional(),
  })
  .refine(({ action, minutes }) => action === "warn_rep" || minutes >= 0, {
    path: ["minutes"],
    message: "Before the end only the rep is warned.",
  });
export type LadderStep = z.output<typeof step>;

function inOrder(steps: readonly LadderStep[]): boolean {
  return steps.every(({ minutes }, index) => minutes >= (steps[index - 1]?.minutes ?? minutes));
}

/** After a re-route there is nothing left to climb. */
function endsWithReroute(steps: readonly LadderStep[]): boolean {
  return steps.slice(0, -1).every(({ action }) => action !== "reroute");
}

/** How long a rep has by a segment of the routing rules; the first that a lead is of counts. */
const segmentWindow = z.strictObject({ segmentId: z.string().min(1), minutes: windowMinutes });

/** All that an admin sets of the SLA. */
export const slaSettings = z.strictObject({
  minutes: windowMinutes,
  segments: z
    .array(segmentWindow)
    .max(50, "These are too many.")
    .refine(
      (all) => new Set(all.map(({ segmentId }) => segmentId)).size === all.length,
      "A segment has one window.",
    ),
  ladder: z
    .array(step)
    .max(6, "Six steps are the most.")
    .refine(inOrder, "Put the steps in the order of their times.")
    .refine(endsWithReroute, "Nothing comes after giving it to another rep."),
});
export type SlaSettings = z.output<typeof slaSettings>;

/** What comes with the product. Warned with two minutes left; nobody is robbed of a lead lightly. */
export const DEFAULT_SLA: SlaSettings = {
  minutes: RESPONSE_WINDOW_SECONDS / 60,
  segments: [],
  ladder: [
    { action: "warn_rep", minutes: -2, channel: "notices" },
    { action: "tell_manager", minutes: 5, channel: "notices" },
    { action: "reroute", minutes: 30, channel: "notices" },
  ],
};

/** How long a rep has for a lead of these segments, in seconds of their working time. */
export function windowSecondsOf(
  { minutes, segments }: Pick<SlaSettings, "minutes" | "segments">,
  segmentIds: readonly string[],
): number {
  const own = segments.find(({ segmentId }) => segmentIds.includes(segmentId));
  return (own?.minutes ?? minutes) * 60;
}
