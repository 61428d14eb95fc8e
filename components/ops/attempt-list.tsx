import { ANSWER_WORDS, CAUSE_WORDS } from "@/lib/documentation/board/answers";
import { type Attempt, latestAttempts } from "@/lib/documentation/dossier/attempt";
import type { Dossier } from "@/lib/documentation/dossier/dossier";
import { FAILURES } from "@/lib/enrichment/provider";
import { formatDuration, type Reader } from "@/lib/platform/format";
import { formatCount } from "@/lib/platform/format-number";
import { fieldDefinition } from "@/lib/standard/categories";
import { ReaderTime } from "../shell/reader-time";
import { classNames } from "../ui/class-names";
import { Section } from "../ui/section";
import { nextTry } from "./board/board-line";
import { RetryButton } from "./retry-button";

type AttemptListProps = { dossier: Dossier; now: Date; reader: Reader };

const LOOKUPS = { person: "person", company: "company", email: "address" } as const;

/** So long an answer made somebody wait. */
const SLOW_MS = 1_000;

/** 'Kept answer, nothing paid.' or '12 cents, took 3 s.'; nothing where it was free and quick. */
function paidWords({ kept, costCents, tookMs, answer }: Attempt, { locale }: Reader): string {
  if (answer === "skipped" || answer === "nothing_to_ask") return "";
  if (kept) return "Kept answer, nothing paid.";
  const cost = costCents > 0 && formatCount(costCents, "cent", "cents", locale);
  const time = tookMs >= SLOW_MS && `took ${formatDuration(tookMs / 1_000)}`;
  const words = [cost, time].filter(Boolean).join(", ");
  return words && `${words}.`;
}

function AttemptLine({ attempt, now, reader }: { attempt: Attempt; now: Date; reader: Reader }) {
  const { provider, lookup, answer, cause, words, filled, at } = attempt;
  const said = answer === "failed" && cause ? CAUSE_WORDS[cause] : ANSWER_WORDS[answer];
  const labels = filled.map((id) => fieldDefinition(id).label).join(", ");
  return (
    <li className="border-b border-line py-1.5 text-small last:border-b-0">
      <p className="flex items-baseline gap-x-2">
        <span className="min-w-0 flex-1">
          <span className="font-medium">{provider}</span>
          <span className="text-faint">{lookup && `, ${LOOKUPS[lookup]}`}: </span>
          <span className={classNames(FAILURES.includes(answer) ? "text-bad" : "text-soft")}>
            {said}
          </span>
        </span>
        <ReaderTime
          as="age"
          at={at}
          now={now}
          reader={reader}
          className="num shrink-0 text-faint"
        />
      </p>
      <p className="line-clamp-3 wrap-anywhere text-soft">
        {labels ? `Gave ${labels}.` : words}{" "}
        <span className="num text-faint">{paidWords(attempt, reader)}</span>
      </p>
    </li>
  );
}

/** 'next in 4 min, 3 tries so far'. */
function nextWords({ when, tries }: ReturnType<typeof nextTry>): string {
  const next =
    when === "now" ? "being asked now" : when === "not planned" ? "no next try" : `next ${when}`;
  return [next, tries].filter(Boolean).join(", ");
}

/** What was asked of whom, with what answer, at what price (G.1, G.2), and when it is tried again. */
export function AttemptList({ dossier, now, reader }: AttemptListProps) {
  const { id, attempts, enrichment, status } = dossier;
  const held = status === "pending_enrichment";
  if (!held && attempts.length === 0) return null;
  const next = held && nextWords(nextTry(enrichment, now, reader));
  const line = (attempt: Attempt) => (
    <AttemptLine key={attempt.id} attempt={attempt} now={now} reader={reader} />
  );
  const latest = latestAttempts(attempts);
  const earlier = attempts.filter((attempt) => !latest.includes(attempt));
  return (
    <Section title="What was tried" aside={next && <span className="num">{next}</span>}>
      {attempts.length === 0 && <p className="text-small text-faint">Nobody was asked yet.</p>}
      <ol>{latest.map(line)}</ol>
      {earlier.length > 0 && (
        <details>
          <summary className="opens">{earlier.length} earlier</summary>
          <ol>{earlier.map(line)}</ol>
        </details>
      )}
      {held && <RetryButton leadId={id} />}
    </Section>
  );
}
