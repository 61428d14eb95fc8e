import type { SlaSettings } from "@/lib/sla/settings";
import { stepWords } from "@/lib/sla/settings-words";

type SlaReadingProps = { settings: SlaSettings; nameOf: (segmentId: string) => string };

/** The SLA for those who may read it and not change it. */
export function SlaReading({ settings, nameOf }: SlaReadingProps) {
  const windows = [
    { name: "Every lead", minutes: settings.minutes },
    ...settings.segments.map((one) => ({ name: nameOf(one.segmentId), minutes: one.minutes })),
  ];
  return (
    <div className="max-w-[760px]">
      <dl>
        {windows.map(({ name, minutes }) => (
          <div key={name} className="grid gap-x-6 border-b border-line py-1.5 sm:grid-cols-2">
            <dt className="text-soft wrap-anywhere">{name}</dt>
            <dd className="num">{minutes} min to the first attempt</dd>
          </div>
        ))}
      </dl>
      <h2 className="mt-5 text-small font-medium">Where nobody tries in time</h2>
      <ol>
        {settings.ladder.map((step) => (
          <li key={stepWords(step)} className="border-b border-line py-1.5">
            {stepWords(step)}
          </li>
        ))}
      </ol>
      {settings.ladder.length === 0 && <p className="py-1.5 text-faint">Nothing happens.</p>}
      <p className="mt-3 text-small text-faint">An admin changes the SLA.</p>
    </div>
  );
}
