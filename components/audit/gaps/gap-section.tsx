import type { Gap } from "@/lib/audit/gaps/gap";
import { verdictOfGap } from "@/lib/audit/gaps/gap";
import { findingsAddress } from "@/lib/platform/address";
import { formatDay } from "@/lib/platform/format";
import { formatCount, formatNumber, formatPercent } from "@/lib/platform/format-number";
import { type FieldId, fieldDefinition } from "@/lib/standard/categories";
import { Section } from "../../ui/section";
import { FindingButton } from "./finding-button";
import { evidenceWords, gapAnchor, verdictWords } from "./gap-words";

/** A gap with whose the field is by the standard, and what is done about it already. */
export type GapLine = {
  gap: Gap;
  /** In how many audited leads an auditor found it; the machine may not see it at all. */
  audited: number;
  owner: string;
  open: { owner: string; dueOn: string } | null;
};

type GapSectionProps = {
  /** The reader. */
  personId: string;
  auditId: string;
  lines: readonly GapLine[];
  handoffs: number;
  owners: readonly { id: string; name: string }[];
  mayRun: boolean;
  /** The day that a finding is due by default, such as 2026-12-01. */
  dueOn: string;
  locale: string;
  now: Date;
};

function Verdict({ line, locale }: { line: GapLine; locale: string }) {
  const { gap, audited, owner } = line;
  const evidence = evidenceWords(gap, locale);
  const unseen =
    audited > 0
      ? "The machine calls it complete, and auditors do not."
      : "A rep named it; no handoff of these days lacked it.";
  return (
    <>
      <p className="text-small">
        <span className="font-medium">
          {gap.missing === 0 && unseen}{" "}
          {gap.shares.length > 0 && `${verdictWords(gap.shares, locale)}.`}
        </span>{" "}
        <span className="text-soft">Owner by the standard: {owner}.</span>
      </p>
      <ul className="text-small text-soft">
        {evidence.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

/** In how many handoffs that lacked it the causes were looked for. */
const lookedInto = ({ shares }: Gap) => shares.reduce((sum, { count }) => sum + count, 0);

/** Why each field was missing, from what the data hold, and what is done about it (A.5). */
export function GapSection(props: GapSectionProps) {
  const { personId, auditId, lines, handoffs, owners, mayRun, dueOn, locale, now } = props;
  const day = (on: string) =>
    formatDay(new Date(`${on}T12:00:00Z`), { locale, timeZone: "UTC" }, now, "short");
  const title = (fieldId: FieldId) => fieldDefinition(fieldId).label;
  return (
    <Section
      title="What to mend"
      aside={
        <a href={findingsAddress()} className="underline underline-offset-3">
          All findings
        </a>
      }
      className="mt-6"
    >
      {lines.length === 0 && <p className="text-soft">No required field was missing.</p>}
      <ul>
        {lines.map((line) => {
          const { gap, audited, open } = line;
          const { fieldId, missing } = gap;
          const counts = [
            missing > 0 &&
              `missing in ${formatNumber(missing, locale)} of ${formatCount(handoffs, "handoff", "handoffs", locale)}, ${formatPercent(missing / Math.max(1, handoffs), locale)}`,
            lookedInto(gap) < missing &&
              `why, from ${formatNumber(lookedInto(gap), locale)} of them by lot`,
            audited > 0 && `in ${formatCount(audited, "audited lead", "audited leads", locale)}`,
          ];
          return (
            <li
              key={fieldId}
              id={gapAnchor(fieldId)}
              className="flex flex-wrap items-start gap-3 border-b border-line py-2.5 target:bg-mark"
            >
              <div className="min-w-0 flex-1 basis-72">
                <p>
                  <span className="font-semibold">{title(fieldId)}</span>{" "}
                  <span className="num text-small text-faint">
                    {counts.filter(Boolean).join("; ")}
                  </span>
                </p>
                <Verdict line={line} locale={locale} />
              </div>
              {open ? (
                <p className="text-small text-soft">
                  {open.owner} mends it by {day(open.dueOn)}
                </p>
              ) : (
                mayRun &&
                missing + audited > 0 && (
                  <FindingButton
                    {...{ personId, auditId, fieldId, owners, dueOn }}
                    label={title(fieldId)}
                    verdict={verdictOfGap(gap)}
                    told={gap.shares.length > 0}
                  />
                )
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
