import type { Answers } from "@/lib/audit/answers/answers";
import { formatDuration } from "@/lib/platform/format";
import { formatCount, formatNumber, formatPercent } from "@/lib/platform/format-number";
import { Section } from "../ui/section";
import { Stat } from "../ui/stat";
import { answerLine, intervalWords, tookWords } from "./answer-line";
import { AnswerTable } from "./answer-table";

type AnswerSectionProps = { answers: Answers; weeks: number; locale: string };

/** Whether leads were answered in time, in the reps' working time and across re-routes (Q.2, G.6). */
export function AnswerSection({ answers, weeks, locale }: AnswerSectionProps) {
  const { rate, medianMs, late, missed, medianOverMs, givenOn, reps } = answers;
  const past =
    medianOverMs !== null && `half of them by more than ${formatDuration(medianOverMs / 1000)}`;
  return (
    <Section
      title="First answers"
      aside={`in the reps’ working time, last ${weeks} weeks`}
      className="mt-7"
    >
      <div className="mb-4.5 grid grid-cols-2 gap-x-6.5 gap-y-5 md:grid-cols-4">
        <Stat
          label="Answered in time"
          value={rate ? formatPercent(rate.rate, locale) : "–"}
          detail={
            rate &&
            `${intervalWords(rate, locale)}, of ${formatCount(rate.of, "lead", "leads", locale)}`
          }
        />
        <Stat label="Half of the answers within" value={tookWords(medianMs, rate)} />
        <Stat
          label="Late, or not yet"
          value={formatNumber(late + missed, locale)}
          detail={[missed > 0 && `${formatNumber(missed, locale)} not yet`, past]
            .filter(Boolean)
            .join(", ")}
        />
        <Stat label="Given to another rep" value={formatNumber(givenOn, locale)} />
      </div>
      <AnswerTable rows={reps.map((rep) => answerLine(rep, locale))} />
    </Section>
  );
}
