import { typedWhole } from "@/lib/platform/typed-number";
import { DEFAULT_SLA, type LadderStep, type SlaSettings } from "@/lib/sla/settings";
import { typed } from "../../form/typed";

/** A step of the ladder as it is typed; `key` keeps its row apart from the others. */
export type StepDraft = Pick<LadderStep, "action" | "channel" | "room"> & {
  key: number;
  minutes: string;
  side: "before" | "after";
};

/** The ladder as rows to type in. */
export function stepDrafts({ ladder }: Pick<SlaSettings, "ladder">): StepDraft[] {
  return ladder.map(({ minutes, ...step }, key) => ({
    ...step,
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
export function settingsOfDraft(
  data: FormData,
  steps: readonly StepDraft[],
  segmentIds: readonly string[],
) {
  return {
    minutes: typedWhole(typed(data, "settings.minutes")),
    segments: segmentIds.flatMap((segmentId) => {
      const text = typed(data, `segment.${segmentId}`);
      return text.trim() === "" ? [] : [{ segmentId, minutes: typedWhole(text) }];
    }),
    ladder: steps.map(({ action, channel, room, minutes, side }) => ({
      action,
      channel,
      ...(room && { room }),
      minutes: typedWhole(minutes) * (side === "before" ? -1 : 1),
    })),
  };
}
