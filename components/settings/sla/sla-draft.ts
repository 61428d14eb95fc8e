import { typedWhole } from "@/lib/platform/typed-number";
import { DEFAULT_SLA, type LadderStep, type SlaSettings } from "@/lib/sla/settings";

/** A step of the ladder as it is typed; `key` keeps its row apart from the others. */
export type StepDraft = Pick<LadderStep, "action" | "channel" | "room"> & {
  key: number;
  minutes: string;
  side: "before" | "after";
};

/** The SLA as it is typed. `segments`: minutes by the segment's id, "" where it has none of its own. */
type SlaDraft = {
  minutes: string;
  segments: { [id: string]: string };
  steps: readonly StepDraft[];
  reason: string;
};

/** What stands in the form; for the segments that there are. */
export function slaDraft(settings: SlaSettings, segmentIds: readonly string[]): SlaDraft {
  const own = new Map(settings.segments.map((one) => [one.segmentId, one.minutes]));
  return {
    minutes: String(settings.minutes),
    segments: Object.fromEntries(segmentIds.map((id) => [id, String(own.get(id) ?? "")])),
    steps: stepDrafts(settings),
    reason: "",
  };
}

/** The ladder as rows to type in; each in the same order, since drafts are compared as texts. */
function stepDrafts({ ladder }: Pick<SlaSettings, "ladder">): StepDraft[] {
  return ladder.map(({ action, channel, room, minutes }, key) => ({
    action,
    channel,
    room: room && { id: room.id, name: room.name },
    key,
    minutes: String(Math.abs(minutes)),
    side: minutes < 0 ? "before" : "after",
  }));
}

/** A step to begin with, after the others: the next thing that one would do. */
export function nextDraft(steps: readonly StepDraft[]): StepDraft {
  const missing = DEFAULT_SLA.ladder.find(
    ({ action }) => !steps.some((step) => step.action === action),
  );
  const [draft] = stepDrafts({ ladder: missing ? [missing] : DEFAULT_SLA.ladder.slice(1, 2) });
  if (!draft) throw new Error("The default ladder is empty.");
  return { ...draft, key: Math.max(-1, ...steps.map(({ key }) => key)) + 1 };
}

/** What was typed as the settings that the action checks; segments without a number have none. */
export function settingsOfDraft({ minutes, segments, steps }: SlaDraft) {
  return {
    minutes: typedWhole(minutes),
    segments: Object.entries(segments).flatMap(([segmentId, text]) =>
      text.trim() === "" ? [] : [{ segmentId, minutes: typedWhole(text) }],
    ),
    ladder: steps.map((step) => ({
      action: step.action,
      channel: step.channel,
      ...(step.room && { room: step.room }),
      minutes: typedWhole(step.minutes) * (step.side === "before" ? -1 : 1),
    })),
  };
}
