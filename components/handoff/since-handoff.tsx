import { ATTEMPT_KINDS, ATTEMPT_RESULTS, REJECTION_REASONS } from "@/lib/handoff/outcome";
import type {
  AttemptView,
  DecisionView,
  EscalationView,
  HandoffView,
  SinceEntry,
} from "@/lib/handoff/view";
import { formatAge, formatExact } from "@/lib/platform/format";
import { fieldDefinition } from "@/lib/standard/categories";
import { Section } from "../ui/section";
import { Time } from "../ui/time";
import type { Reading } from "./field-state";

/** As many lines as fit; the others are a press away. */
const SHOWN = 3;
/** Characters that a line of the page has room for. */
const ONE_LINE = 80;

type Line = { text: string; at: Date };

function attemptLine({ kind, result, words, by, at }: AttemptView): Line {
  const what = `${ATTEMPT_KINDS[kind]}, ${ATTEMPT_RESULTS[result].toLowerCase()}`;
  return { text: `${by}: ${what}${words ? `. ${words}` : ""}`, at };
}

function decisionLine({ accepted, reason, fieldId, words, by, at }: DecisionView): Line {
  const field = fieldId ? `: ${fieldDefinition(fieldId).label.toLowerCase()}` : "";
  const why = [reason && `${REJECTION_REASONS[reason]}${field}`, words].filter(Boolean).join(". ");
  return { text: accepted ? `${by} accepted the lead.` : `${by} sent the lead back. ${why}`, at };
}

const ESCALATED = {
  warn_rep: "Warned that the time was nearly over.",
  tell_manager: "The managers were told that nobody had tried yet.",
  reroute: "Given to another rep, since nobody had tried in time.",
};

function escalationLine({ action, at, words }: EscalationView): Line {
  if (!words) return { text: ESCALATED[action], at };
  const what = action === "reroute" ? "Not given to another rep" : "No warning was sent";
  return { text: `${what}: ${words}`, at };
}

function Lines({ lines, reading }: { lines: readonly Line[]; reading: Reading }) {
  return (
    <ul className="text-small">
      {lines.map(({ text, at }) => (
        // One screen has room for a line each; whole on hover, on a phone and to a screen reader.
        <li
          key={text + at.getTime()}
          title={text.length > ONE_LINE ? text : undefined}
          className="py-0.5 wrap-anywhere roomy:flex roomy:gap-2"
        >
          <span className="roomy:min-w-0 roomy:truncate">{text}</span>{" "}
          <Time
            at={at}
            exact={formatExact(at, reading.reader)}
            className="text-faint roomy:shrink-0"
          >
            {formatAge(at, reading.now, reading.reader)}
          </Time>
        </li>
      ))}
    </ul>
  );
}

type SinceHandoffProps = {
  entries: readonly SinceEntry[];
  view: HandoffView;
  reading: Reading;
};

/** What came after, beside the snapshot and never in it (G.7). */
export function SinceHandoff({ entries, view, reading }: SinceHandoffProps) {
  const { attempts, decision, escalations } = view;
  const done = decision ? [decisionLine(decision)] : [];
  const lines = [
    ...entries,
    ...attempts.map(attemptLine),
    ...escalations.map(escalationLine),
    ...done,
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const rest = lines.slice(SHOWN);
  return (
    <Section title="Since the handoff">
      {lines.length === 0 ? (
        <p className="text-small text-faint">Nothing new yet.</p>
      ) : (
        <Lines lines={lines.slice(0, SHOWN)} reading={reading} />
      )}
      {rest.length > 0 && (
        <details>
          <summary className="min-h-6 cursor-pointer text-small/6 text-soft hover:text-ink print:hidden">
            {rest.length} more
          </summary>
          <Lines lines={rest} reading={reading} />
        </details>
      )}
    </Section>
  );
}
