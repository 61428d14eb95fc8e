import type { AgreementReport } from "@/lib/audit/result/of-auditor";
import { auditLeadAddress } from "@/lib/platform/address";
import { formatNumber } from "@/lib/platform/format-number";
import type { Agreement } from "@/lib/statistics/kappa";
import { Section } from "../../ui/section";

type AgreementSectionProps = {
  auditId: string;
  names: readonly [string, string];
  report: AgreementReport;
  locale: string;
};

/** '18 of 20 alike, kappa 0.68 (0.51 to 0.85)'; why there is no kappa, where there is none. */
function agreementWords({ of, agreed, kappa, low, high }: Agreement, locale: string) {
  const alike = `${formatNumber(agreed, locale)} of ${formatNumber(of, locale)} alike`;
  if (kappa === null || low === null || high === null) {
    return `${alike}; no kappa, since both say one thing of all`;
  }
  const two = (value: number) => formatNumber(value, locale, 2);
  return `${alike}, kappa ${two(kappa)} (${two(low)} to ${two(high)})`;
}

/** How far two auditors agree beyond chance, and where they do not (A.2). */
export function AgreementSection({ auditId, names, report, locale }: AgreementSectionProps) {
  const { all, categories, differences } = report;
  return (
    <Section title="Agreement" aside={`${names[0]} and ${names[1]}, blind`} className="mt-6">
      <p className="mb-2 font-medium">{agreementWords(all, locale)}</p>
      <ul className="text-small">
        {categories.map((category) => (
          <li key={category.key}>
            <span className="text-faint">{category.label}:</span> {agreementWords(category, locale)}
          </li>
        ))}
      </ul>
      {differences.length > 0 && (
        <ul aria-label="Where they differ" className="mt-3 text-small">
          {differences.map(({ line, label, one, other }) => (
            <li key={line.id + label}>
              <a
                href={auditLeadAddress(auditId, line.place)}
                className="underline underline-offset-3"
              >
                {line.name}
              </a>
              , {label}: {one} for {names[0]}, {other} for {names[1]}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 max-w-[72ch] text-small text-faint">
        Kappa is 1 where two people always agree and 0 where they agree no more than chance would
        (Cohen 1960), in brackets its 95% interval.
      </p>
    </Section>
  );
}
