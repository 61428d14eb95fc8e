import type { ExclusionSettings } from "@/lib/trail/settings";
import { SETTING_LABELS, settingWords } from "@/lib/trail/settings-difference";

/** The settings for those who may read them and not change them. */
export function TrailReading({ settings }: { settings: ExclusionSettings }) {
  return (
    <>
      <dl className="max-w-[760px]">
        {(Object.keys(SETTING_LABELS) as (keyof ExclusionSettings)[]).map((key) => (
          <div key={key} className="grid gap-x-6 border-b border-line py-1.5 sm:grid-cols-2">
            <dt className="text-soft">{SETTING_LABELS[key]}</dt>
            <dd className="num wrap-anywhere">{settingWords(key, settings)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-small text-faint">An admin changes these settings.</p>
    </>
  );
}
