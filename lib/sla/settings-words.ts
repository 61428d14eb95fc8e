import { type Channel, ESCALATIONS, type LadderStep, type SlaSettings } from "./settings";

const minutesWords = (minutes: number) => `${minutes} min`;

/** When a step is taken: '2 min before the end', 'at the end', '30 min after the end'. */
export function whenWords(minutes: number): string {
  if (minutes === 0) return "at the end";
  return `${minutesWords(Math.abs(minutes))} ${minutes < 0 ? "before" : "after"} the end`;
}

const CHANNEL_WORDS: Record<Channel, string> = {
  app: ", in Baton only",
  notices: "",
  smtp: ", by mail",
  slack: ", by Slack",
  teams: ", by Teams",
};

/** 'Warn the rep 2 min before the end, in Baton only', '… by Slack (EMEA leads)'. */
export function stepWords({ action, minutes, channel, room }: LadderStep): string {
  const where = room ? ` (${room.name})` : "";
  return `${ESCALATIONS[action]} ${whenWords(minutes)}${CHANNEL_WORDS[channel]}${where}`;
}

const ladderWords = ({ ladder }: SlaSettings) => ladder.map(stepWords).join("; ") || "nothing";

/** What differs between two versions, both sides in words. */
export function slaDifference(
  before: SlaSettings,
  after: SlaSettings,
  nameOf: (segmentId: string) => string,
) {
  const windowsWords = ({ segments }: SlaSettings) =>
    segments.map((one) => `${nameOf(one.segmentId)} ${minutesWords(one.minutes)}`).join("; ") ||
    "none of its own";
  const sides = [
    ["minutes", "Window", ({ minutes }: SlaSettings) => minutesWords(minutes)],
    ["segments", "Segments", windowsWords],
    ["ladder", "Ladder", ladderWords],
  ] as const;
  return sides
    .map(([setting, label, words]) => ({
      setting,
      label,
      before: words(before),
      after: words(after),
    }))
    .filter((change) => change.before !== change.after);
}
