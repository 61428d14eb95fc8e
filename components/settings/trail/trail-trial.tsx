import { formatCount } from "@/lib/platform/format-number";
import type { Trial } from "@/lib/trail/trial/sample";
import { Section } from "../../ui/section";
import { BeforeAfter } from "../before-after";

/** What the settings would leave out of recent leads, beside what is left out now. */
export function TrailTrial({ trial, locale }: { trial: Trial; locale: string }) {
  const { leads, activities, rules } = trial;
  const aside = `${formatCount(activities, "activity", "activities", locale)} of the last 90 days, the ${formatCount(leads, "lead", "leads", locale)} that something happened to last`;
  return (
    <Section title="What these settings leave out" aside={aside} className="mb-6">
      <BeforeAfter
        label="Activities left out, by rule"
        heads={["Rule", "Now", "With these"]}
        rows={rules.map(({ label: name, before, after }) => ({ name, before, after }))}
        locale={locale}
      />
    </Section>
  );
}
