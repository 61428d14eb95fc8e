import type { CategoryResult, FieldResult } from "@/lib/audit/result/result";
import { disagreementWords, sizeWords, targetWords } from "@/lib/audit/result/words";
import { formatNumber, formatPercent } from "@/lib/platform/format-number";
import { Section } from "../../ui/section";
import { FieldTable } from "./field-table";
import { intervalOf, resultLine } from "./result-line";
import { ResultTable } from "./result-table";

type ResultSectionProps = {
  results: CategoryResult[];
  fields: FieldResult[];
  auditor: string;
  locale: string;
};

/** What the sample says of the target, and what it cannot say (A.3). */
function Targets({ results, locale }: Pick<ResultSectionProps, "results" | "locale">) {
  const targeted = results.flatMap(({ label, rates: { complete: rate }, target }) =>
    rate && target !== null ? [{ label, rate, target }] : [],
  );
  const [first] = targeted;
  const size = first && sizeWords(first.rate.of, first.target, locale);
  return (
    <ul className="mb-4 max-w-[72ch]">
      {targeted.map(({ label, rate, target }) => (
        <li key={label}>
          <span className="font-medium">{label}:</span>{" "}
          <span className={rate.high < target ? "text-bad" : undefined}>
            {targetWords(rate, target, locale)}
          </span>
        </li>
      ))}
      {size && <li className="text-soft">{size}</li>}
    </ul>
  );
}

/** The result of an audit by its first auditor: shares, target, what is missing, and the machine. */
export function ResultSection({ results, fields, auditor, locale }: ResultSectionProps) {
  const notes = results.flatMap((result) => {
    const words = disagreementWords(result, locale);
    return words ? [{ label: result.label, words }] : [];
  });
  const rows = fields.map(({ rate, ...field }) => ({
    ...field,
    count: `${formatNumber(rate.complete, locale)} of ${formatNumber(rate.of, locale)}`,
    share: formatPercent(rate.rate, locale),
    interval: intervalOf(rate, locale),
  }));
  return (
    <>
      <Section title="Result" aside={`as ${auditor} judged`} className="mt-6">
        <Targets results={results} locale={locale} />
        <ResultTable rows={results.map((result) => resultLine(result, locale))} />
        {notes.length > 0 && (
          <ul className="mt-3 max-w-[72ch] text-small">
            {notes.map(({ label, words }) => (
              <li key={label}>
                <span className="font-medium">{label}.</span> {words}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="What was missing most" className="mt-6">
        <FieldTable rows={rows} />
      </Section>
    </>
  );
}
