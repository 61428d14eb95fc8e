import type { Reader } from "@/lib/platform/format";
import { formatDayRange } from "@/lib/platform/format";
import { formatCount, formatNumber, formatPercent } from "@/lib/platform/format-number";
import { type Trial, triedFrom } from "@/lib/standard/versions/trial";
import { Section } from "../ui/section";
import { Stat } from "../ui/stat";
import { HoldingFields } from "./holding-fields";
import { trialNews } from "./trial-words";

type TrialResultProps = { trial: Trial; version: number; reader: Reader; now: Date };

/** The saved draft, tried on last quarter's leads: how many it holds, and by which fields (D.3). */
export function TrialResult({ trial, version, reader, now }: TrialResultProps) {
  const { locale } = reader;
  const { leads, heldNow, heldByDraft } = trial;
  const share = (held: number) =>
    leads > 0 ? `${formatPercent(held / leads, locale)} of all` : "";
  return (
    <Section
      title="Tried on last quarter"
      aside={
        <span className="num">{formatDayRange(triedFrom(now), now, reader, now, "short")}</span>
      }
    >
      <p className="mb-3 font-medium text-balance">{trialNews(trial, locale)}</p>
      {leads > 0 && (
        <div className="grid grid-cols-2 gap-4">
          <Stat
            label={`Held by version ${version}`}
            value={formatNumber(heldNow, locale)}
            detail={share(heldNow)}
          />
          <Stat
            label="Held by the draft"
            value={formatNumber(heldByDraft, locale)}
            detail={share(heldByDraft)}
          />
        </div>
      )}
      <HoldingFields fields={trial.fields} locale={locale} />
      <p className="mt-2 text-small text-faint">
        Of {formatCount(leads, "lead", "leads", locale)}, as each stood at its first handoff, or
        now.
      </p>
    </Section>
  );
}
