"use client";

import { bringActivitiesBack, leaveActivitiesOut } from "@/lib/trail/actions";
import { CHOICES_MOST } from "@/lib/trail/exclusion/choices";
import { useVerb } from "../../form/use-verb";
import { classNames } from "../../ui/class-names";
import { useToast } from "../../ui/toast";

type ChoiceButtonProps = {
  leadId: string;
  wanted: "left_out" | "brought_back";
  /** Read aloud after the verb, and said back: 'Read /pricing' or 'Bots'. */
  what: string;
  label?: string;
} & ({ activityIds: readonly string[] } | { rule: string });

const WORDS = {
  left_out: { verb: "Leave out", done: "Left out", not: "Not left out." },
  brought_back: { verb: "Bring back", done: "Brought back", not: "Not brought back." },
} as const;

const perform = {
  left_out: (leadId: string, activityIds: readonly string[]) =>
    leaveActivitiesOut({ leadId, activityIds: activityIds.slice(0, CHOICES_MOST) }),
  brought_back: (leadId: string, activityIds: readonly string[]) =>
    bringActivitiesBack({ leadId, activityIds: activityIds.slice(0, CHOICES_MOST) }),
} as const;

/** Puts activities into the trail or takes them out of it, against the rules; can be undone (X.6). */
export function ChoiceButton(props: ChoiceButtonProps) {
  const { leadId, wanted, what, label } = props;
  const verb = useVerb();
  const { say } = useToast();
  const words = WORDS[wanted];

  async function undo(activityIds: readonly string[]) {
    const back = wanted === "left_out" ? "brought_back" : "left_out";
    const outcome = await verb.perform(() => perform[back](leadId, activityIds));
    if (outcome.ok) say({ text: "Undone." });
    else say({ text: "Not undone.", detail: outcome.reason, tone: "bad" });
  }

  async function press() {
    if (verb.pending) return;
    const outcome = await verb.perform(() =>
      "rule" in props
        ? bringActivitiesBack({ leadId, rule: props.rule })
        : perform[wanted](leadId, props.activityIds),
    );
    if (!outcome.ok) return say({ text: words.not, detail: outcome.reason, tone: "bad" });
    const { activityIds } = outcome.value;
    say({
      text: `${words.done}: ${what}`,
      detail: "The lead was judged again.",
      action: { label: "Undo", kbd: "U", onPress: () => void undo(activityIds) },
    });
  }

  return (
    <button
      type="button"
      aria-disabled={verb.pending || undefined}
      onClick={press}
      className={classNames(
        "min-h-6 shrink-0 rounded-[4px] px-1 text-small text-accent underline-offset-3",
        "hover:underline pointer-coarse:min-h-11",
        verb.pending && "opacity-60",
      )}
    >
      {label ?? words.verb}
      <span className="sr-only">: {what}</span>
    </button>
  );
}
