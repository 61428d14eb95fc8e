import { QUESTION } from "@/lib/audit/interviews/question";
import type { Interview } from "@/lib/audit/interviews/view";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { type FieldId, fieldDefinition } from "@/lib/standard/categories";
import { inSentence } from "@/lib/trail/wording/prose";
import { Section } from "../../ui/section";
import { InterviewButton } from "./interview-button";

type InterviewSectionProps = {
  /** The reader. */
  personId: string;
  auditId: string;
  interviews: readonly Interview[];
  /** Where what is known of a field's gap stands. */
  gapHref: (fieldId: FieldId) => string;
  mayRun: boolean;
  reader: Reader;
  now: Date;
};
type AnswerProps = Pick<InterviewSectionProps, "gapHref" | "reader" | "now"> & {
  answer: NonNullable<Interview["answer"]>;
};

/** The fields that a rep named, each leading to what is known of its gap. */
function Named({
  fieldIds,
  gapHref,
}: { fieldIds: readonly FieldId[] } & Pick<AnswerProps, "gapHref">) {
  if (fieldIds.length === 0) return null;
  return (
    <p className="text-small text-soft">
      Missing, they say:{" "}
      {fieldIds.map((id, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <a href={gapHref(id)} className="underline underline-offset-3">
            {fieldDefinition(id).label}
          </a>
        </span>
      ))}
    </p>
  );
}

function Answer({ answer, gapHref, reader, now }: AnswerProps) {
  const { words, researches, what, fieldIds, askedBy, at } = answer;
  return (
    <>
      <p className="max-w-[68ch] wrap-anywhere">“{words}”</p>
      <p className="text-small">
        <span className="font-medium">{researches ? "Research first" : "Reads and calls"}</span>
        {what && `: ${what}`}{" "}
        <span className="text-faint">
          {askedBy}, {inSentence(formatMoment(at, reader, now))}
        </span>
      </p>
      <Named fieldIds={fieldIds} gapHref={gapHref} />
    </>
  );
}

/** The reps whom the seed chose, the question, and what they said (A.4). */
export function InterviewSection(props: InterviewSectionProps) {
  const { personId, auditId, interviews, mayRun, ...rest } = props;
  return (
    <Section title="Interviews" aside="drawn by the same seed" className="mt-6">
      <p className="mb-2 max-w-[68ch] text-soft">{QUESTION}</p>
      {interviews.length === 0 && <p className="text-faint">No rep had a lead in these days.</p>}
      <ul>
        {interviews.map(({ place, rep, answer }) => (
          <li key={place} className="flex items-start gap-3 border-b border-line py-2">
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{rep}</p>
              {answer ? (
                <Answer answer={answer} {...rest} />
              ) : (
                <p className="text-faint">Not asked yet.</p>
              )}
            </div>
            {mayRun && (
              <InterviewButton
                personId={personId}
                auditId={auditId}
                place={place}
                rep={rep}
                answer={
                  answer && {
                    words: answer.words,
                    researches: answer.researches,
                    what: answer.what ?? "",
                    fieldIds: [...answer.fieldIds],
                  }
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
