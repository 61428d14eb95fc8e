import { LEAST_SUBGROUPS } from "@/lib/statistics/p-chart";
import { Section } from "../../ui/section";

/** A point that chance does not explain: whose, which period, its rate, and how far chance goes. */
export type SignalLine = { line: string; period: string; rate: string; chance: string };

type Props = { signals: { count: string; lines: readonly SignalLine[] } | null };

/** What chance does not explain, so that noise is not taken for news (A.6). */
export function SignalList({ signals }: Props) {
  const lines = signals?.lines ?? [];
  return (
    <Section title="More than chance" aside={lines.length > 0 && signals?.count}>
      {lines.length === 0 && (
        <p className="max-w-[64ch] text-small text-soft">
          {signals
            ? "No single point: each is as near the common rate as chance may leave it."
            : `Not told yet: it takes ${LEAST_SUBGROUPS} finished periods with handoffs to know how far chance goes.`}
        </p>
      )}
      <ul className="text-small">
        {lines.map(({ line, period, rate, chance }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two reps may have one name, and lines never move.
          <li key={place} className="border-b border-line py-1.5">
            <span className="font-medium">{line}</span>, {period}: {rate}
            <span className="text-faint">, by chance {chance}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
