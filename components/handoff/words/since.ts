import { ATTEMPT_KINDS, ATTEMPT_RESULTS, REJECTION_REASONS } from "@/lib/handoff/outcome";
import { sinceHandoff } from "@/lib/handoff/since/since";
import type { AttemptView, DecisionView, EscalationView, HandoffView } from "@/lib/handoff/view";
import { formatAge, formatExact } from "@/lib/platform/format";
import { fieldDefinition } from "@/lib/standard/categories";
import { thingInSentence } from "@/lib/trail/wording/prose";
import type { Reading } from "./field-state";

type Line = { text: string; at: Date };

/** Something that came after the handoff: when in ISO 8601, exactly in words, and its age. */
export type SinceWords = { text: string; at: string; exact: string; age: string };

function attemptLine({ kind, result, words, by, at }: AttemptView): Line {
  const what = `${ATTEMPT_KINDS[kind]}, ${ATTEMPT_RESULTS[result].toLowerCase()}`;
  return { text: `${by}: ${what}${words ? `. ${words}` : ""}`, at };
}

function decisionLine({ accepted, reason, fieldId, words, by, at }: DecisionView): Line {
  const field = fieldId ? `: ${thingInSentence(fieldDefinition(fieldId).label)}` : "";
  const why = [reason && `${REJECTION_REASONS[reason]}${field}`, words].filter(Boolean).join(". ");
  return { text: accepted ? `${by} accepted the lead.` : `${by} sent the lead back. ${why}`, at };
}

const ESCALATED = {
  warn_rep: "Warned that the time was nearly over.",
  tell_manager: "On the managers’ list, since nobody had tried yet.",
  reroute: "Given to another rep, since nobody had tried in time.",
};

/** Who was sent word beside the list; nobody, where no manager chose to be. */
function toldWords(told: number | null): string {
  if (!told) return "";
  return ` Notices went to ${told} ${told === 1 ? "manager" : "managers"}.`;
}

function escalationLine({ action, at, told, given, words }: EscalationView): Line {
  if (!words) return { text: `${ESCALATED[action]}${toldWords(told)}`, at };
  if (given) return { text: `Given to another rep: ${words}`, at };
  const what = action === "reroute" ? "Not given to another rep" : "No warning was sent";
  return { text: `${what}: ${words}`, at };
}

/** What came after, the newest first; beside the snapshot and never in it (G.7). */
export function sinceWords(view: HandoffView, { reader, now }: Reading): SinceWords[] {
  const { attempts, decision, escalations } = view;
  return [
    ...sinceHandoff(view, reader, now),
    ...attempts.map(attemptLine),
    ...escalations.map(escalationLine),
    ...(decision ? [decisionLine(decision)] : []),
  ]
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .map(({ text, at }) => ({
      text,
      at: at.toISOString(),
      exact: formatExact(at, reader),
      age: formatAge(at, now, reader),
    }));
}
