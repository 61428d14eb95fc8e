import { formatPercent } from "@/lib/platform/format-number";
import {
  CURATION_CONTROLS,
  CURATION_KEYS,
  curationDraft,
} from "@/lib/scoring/model/curation-draft";
import type { ModelSettings } from "@/lib/scoring/model/model";
import { ruleWords } from "@/lib/scoring/model/settings-difference";
import { FieldRow, Fields } from "../../ui/fields";
import { Section } from "../../ui/section";

function Rules({ rules }: Pick<ModelSettings, "rules">) {
  return (
    <Section title="Rules" aside="An activity counts for the first rule it meets" className="mb-6">
      <ol className="text-small">
        {rules.map((rule) => (
          <li
            key={rule.id}
            className="grid gap-x-4 border-b border-line py-2 last:border-b-0 md:grid-cols-[minmax(0,1fr)_minmax(0,2.4fr)]"
          >
            <span className="font-medium">{rule.label}</span>
            <span className="wrap-anywhere text-soft">{ruleWords(rule)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What makes a touchpoint significant, folded: few ask. */
function Curation({ curation }: Pick<ModelSettings, "curation">) {
  const weights = curationDraft(curation);
  return (
    <details className="mb-6 text-small">
      <summary className="opens">What makes a touchpoint significant for the trail</summary>
      <dl className="max-w-md">
        {CURATION_KEYS.map((key) => (
          <div key={key} className="flex justify-between gap-3 border-b border-line py-1">
            <dt className="text-soft">{CURATION_CONTROLS[key]}</dt>
            <dd className="num">{weights[key]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** The model for those who read it. */
export function ModelWords({ settings, locale }: { settings: ModelSettings; locale: string }) {
  const { weights, threshold, repetition, visitMinutes, trend, rules, taken = [] } = settings;
  const percent = (share: number) => formatPercent(share, locale, 1);
  return (
    <>
      <Section title="Combination" className="mb-6">
        <Fields>
          <FieldRow name="Fit">{percent(weights.fit)}</FieldRow>
          <FieldRow name="Intent">{percent(weights.intent)}</FieldRow>
          <FieldRow name="Behavior">{percent(weights.behavior)}</FieldRow>
          <FieldRow name="An MQL">from {threshold} points</FieldRow>
          <FieldRow name="Repetition">
            each further visit earns {percent(repetition)} of the one before; within {visitMinutes}{" "}
            minutes it is one visit
          </FieldRow>
          <FieldRow name="Trend">
            over {trend.windowDays} days, stable below {trend.deadBand} points, drawn over{" "}
            {trend.historyDays} days
          </FieldRow>
          <FieldRow name="From the MAP">{taken.length > 0 ? taken.join(", ") : "nothing"}</FieldRow>
        </Fields>
      </Section>
      <Rules rules={rules} />
      <Curation curation={settings.curation} />
    </>
  );
}
