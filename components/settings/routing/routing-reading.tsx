import { formatNumber } from "@/lib/platform/format-number";
import type { Fallback } from "@/lib/routing/last-resort";
import type { RoutingSettings } from "@/lib/routing/rule-book";
import type { Segment } from "@/lib/routing/segment";
import { Section } from "../../ui/section";

/** 'EMEA, from 1,000 employees, tier 1 or 2'. */
function segmentWords(segment: Segment, locale: string): string {
  const { places, employeesFrom, employeesTo, tiers, industries } = segment;
  const number = (value: number) => formatNumber(value, locale);
  return [
    places.join(", "),
    employeesFrom === null ? "" : `from ${number(employeesFrom)} employees`,
    employeesTo === null ? "" : `up to ${number(employeesTo)} employees`,
    tiers.length === 0 ? "" : `tier ${tiers.join(" or ")}`,
    industries.join(", "),
  ]
    .filter(Boolean)
    .join("; ");
}

const FULL_TOO = "While they have as many leads as allowed, somebody who has fewer does.";

/** Who gets what no rule gives to anybody. */
function fallbackWords(fallback: Fallback | null): string {
  if (!fallback) return "No rep has access, so nobody gets a lead.";
  const { name, isNamed } = fallback;
  return isNamed
    ? `Where no rule finds anybody, ${name} gets the lead, or whoever can take it while they cannot.`
    : `Where no rule finds anybody, whoever can take it gets the lead. Where nobody can, ${name} stands in, as no fallback is named. ${FULL_TOO}`;
}

type RoutingReadingProps = {
  settings: RoutingSettings;
  fallback: Fallback | null;
  locale: string;
};

/** The rules for those who read them. */
export function RoutingReading({ settings, fallback, locale }: RoutingReadingProps) {
  return (
    <>
      <Section title="Rules" aside="The first that finds somebody decides" className="mb-6">
        <ol className="list-decimal pl-5">
          {settings.rules
            .filter(({ on }) => on)
            .map(({ id, name, hours }) => (
              <li key={id} className="py-0.5 wrap-anywhere">
                {name}
                {hours === "any" && <span className="text-faint">, also outside hours</span>}
              </li>
            ))}
        </ol>
        <p className="mt-2 text-small text-soft">{fallbackWords(fallback)}</p>
      </Section>
      {settings.segments.length > 0 && (
        <Section title="Segments" className="mb-6">
          <dl>
            {settings.segments.map((segment) => (
              <div key={segment.id} className="border-b border-line py-1.5 last:border-b-0">
                <dt>{segment.name}</dt>
                <dd className="text-small text-soft wrap-anywhere">
                  {segmentWords(segment, locale) || "every lead"}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}
