import { formatNumber } from "@/lib/platform/format-number";
import type { Tier } from "@/lib/scoring/icp/icp";
import type { TierMove } from "@/lib/scoring/icp/tier-moves";

const TIERS = [1, 2, 3, null] as const satisfies readonly (Tier | null)[];

/** A tier in words. */
export const tierWords = (tier: Tier | null) => (tier === null ? "No tier" : `Tier ${tier}`);

/** From each tier to each: who stays is faint, who moves is not. */
export function TierMatrix({ moves, locale }: { moves: readonly TierMove[]; locale: string }) {
  const countOf = (from: Tier | null, to: Tier | null) =>
    moves.find((move) => move.from === from && move.to === to)?.count ?? 0;
  return (
    <table className="num mt-2 w-full max-w-md text-small">
      <caption className="sr-only">Leads by tier now and then</caption>
      <thead>
        <tr className="text-label text-faint">
          <th scope="col" className="py-1 text-left font-normal">
            Now
          </th>
          {TIERS.map((to) => (
            <th key={to} scope="col" className="py-1 text-right font-normal">
              {tierWords(to)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TIERS.map((from) => (
          <tr key={from} className="border-t border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {tierWords(from)}
            </th>
            {TIERS.map((to) => {
              const count = countOf(from, to);
              const moving = from !== to && count > 0;
              return (
                <td
                  key={to}
                  className={`py-1 text-right ${moving ? "font-semibold" : "text-faint"}`}
                >
                  {count === 0 ? "–" : formatNumber(count, locale)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
