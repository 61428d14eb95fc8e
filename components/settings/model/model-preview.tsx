"use client";

import { previewModel } from "@/lib/gate/model-trial/actions";
import type { ModelTrial } from "@/lib/gate/model-trial/trial";
import { formatTime, type Reader } from "@/lib/platform/format";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import type { ModelSettings } from "@/lib/scoring/model/model";
import type { SettingsInput } from "@/lib/scoring/model/settings-input";
import { Section } from "../../ui/section";
import { useTried } from "../use-tried";
import { useModel } from "./model-desk";
import { TriedLeads, TriedStates } from "./model-tried";

// What is in force is read-only here, and copied on its way.
const tryOut = (settings: SettingsInput | ModelSettings) => previewModel(settings as SettingsInput);

/** '12 of 250 leads change.' with what of them does. */
function Counts({ trial, locale }: { trial: ModelTrial; locale: string }) {
  const { tried, changing, scores, tiers, states, trails } = trial;
  const leads = formatCount(tried, "lead", "leads", locale);
  if (changing === 0) return `Nothing changes for ${leads}.`;
  const parts = [
    [scores, "score"],
    [states, "state"],
    [tiers, "tier"],
    [trails, "trail"],
  ] as const;
  const kinds = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${what} of ${formatNumber(count, locale)}`);
  return `Of ${leads}, ${formatNumber(changing, locale)} would change: the ${kinds.join(", the ")}.`;
}

type PreviewProps = {
  /** What is tried; null while it cannot be. */
  settings: SettingsInput | ModelSettings | null;
  /** Whether it differs from what is in force. */
  differs: boolean;
  reader: Reader;
};

/** What a model would change for the leads there are, before it takes effect. */
export function ModelPreview({ settings, differs, reader }: PreviewProps) {
  const { locale } = reader;
  const { tried: trial, refusal, pending } = useTried(differs ? settings : null, tryOut);
  return (
    <Section title="What this changes" className="mb-6">
      <p role="status" className="text-small">
        {!differs && "Change something, and see here whose score or state would change."}
        {differs && !settings && "Shown once everything is filled in."}
        {pending && "Trying it on recent leads."}
        {!pending && refusal}
        {!pending && trial && (
          <strong className="font-semibold">
            <Counts trial={trial} locale={locale} />
          </strong>
        )}
      </p>
      {trial && (
        <div className={pending ? "opacity-50" : undefined}>
          <TriedStates trial={trial} locale={locale} />
          <p className="mt-1 text-small text-faint">
            {trial.tried < trial.leads
              ? `Tried on ${formatNumber(trial.tried, locale)} of ${formatNumber(trial.leads, locale)} leads that no rep has, those with recent activity first,`
              : "Tried on every lead that no rep has,"}{" "}
            at {formatTime(new Date(trial.countedAt), reader)}.
          </p>
          <TriedLeads trial={trial} locale={locale} />
        </div>
      )}
    </Section>
  );
}

type TypedPreviewProps = { inForce: ModelSettings; reader: Reader };

/** The same of what is being typed. */
export function TypedPreview({ inForce, reader }: TypedPreviewProps) {
  const { settings, unsaved, revision } = useModel();
  const differs = unsaved || revision !== null;
  const same = settings !== null && JSON.stringify(settings) === JSON.stringify(inForce);
  return <ModelPreview settings={settings} differs={differs && !same} reader={reader} />;
}
