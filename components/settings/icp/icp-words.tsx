import { askedFor, FACTS } from "@/lib/scoring/icp/criterion-words";
import type { ScoringModel } from "@/lib/scoring/model/model";
import { Section } from "../../ui/section";

type IcpWordsProps = { model: Pick<ScoringModel, "criteria" | "tiers">; locale: string };

/** The ICP for those who read it. */
export function IcpWords({ model: { criteria, tiers }, locale }: IcpWordsProps) {
  const sum = criteria.reduce((total, { points }) => total + points, 0);
  return (
    <>
      <Section title="Criteria" aside={`${sum} points in all`} className="mb-6">
        <ol className="text-small">
          {criteria.map((one) => (
            <li
              key={one.id}
              className="grid gap-x-4 border-b border-line py-2 last:border-b-0 md:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)_120px]"
            >
              <span className="font-medium">{one.label}</span>
              <span className="wrap-anywhere text-soft">
                {FACTS[one.fact]}: {askedFor(one, locale)}
              </span>
              <span className="num md:text-right">
                {one.points} points
                {one.penalty > 0 && (
                  <span className="block text-faint">a miss costs {one.penalty}</span>
                )}
              </span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title="Tiers" className="mb-6">
        <p className="text-small">
          Tier 1 from {tiers.one} points, tier 2 from {tiers.two}, below is tier 3.
        </p>
      </Section>
    </>
  );
}
