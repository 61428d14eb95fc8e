import type { ModelTrial, TriedLead, TriedState } from "@/lib/gate/model-trial/trial";
import { opsLeadAddress } from "@/lib/platform/address";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import { tierWords } from "./icp-tier-matrix";

const STATES: Readonly<Record<TriedState, string>> = {
  "to a rep": "Go to a rep",
  ready: "Ready, no MQL",
  "held MQL": "Held, an MQL",
  held: "Held, no MQL",
};

type TrialProps = { trial: ModelTrial; locale: string };

/** How many leads are in each state, now and then. */
export function TriedStates({ trial: { byState }, locale }: TrialProps) {
  return (
    <table className="num mt-2 w-full max-w-md text-small">
      <caption className="sr-only">Leads by state now and then</caption>
      <thead>
        <tr className="text-label text-faint">
          <th scope="col" className="py-1 text-left font-normal">
            State
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            Now
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            Then
          </th>
        </tr>
      </thead>
      <tbody>
        {byState.map(({ state, before, after }) => (
          <tr key={state} className="border-t border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {STATES[state]}
            </th>
            <td className="py-1 text-right text-faint">{formatNumber(before, locale)}</td>
            <td className={`py-1 text-right ${before === after ? "text-faint" : "font-semibold"}`}>
              {formatNumber(after, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** '58 → 72', and the tier or state where that changes too. */
function Change({ before, after, trail }: Pick<TriedLead, "before" | "after" | "trail">) {
  const words = (total: number | null) => (total === null ? "none" : `${total}`);
  return (
    <span className="num shrink-0 text-right text-soft">
      {before.total !== after.total && (
        <>
          {words(before.total)} <span aria-hidden="true">→</span>
          <span className="sr-only">to</span>{" "}
        </>
      )}
      {words(after.total)}
      {trail && <span className="block">Another trail</span>}
      {before.tier !== after.tier && <span className="block">{tierWords(after.tier)}</span>}
      {before.state !== after.state && (
        <span className="block text-warn">{STATES[after.state]}</span>
      )}
    </span>
  );
}

/** The leads that change most, each with its way there. */
export function TriedLeads({ trial: { first, changing }, locale }: TrialProps) {
  if (first.length === 0) return null;
  const rest = changing - first.length;
  return (
    <>
      <h3 className="mt-4 mb-1 text-label font-semibold text-soft">Who changes most</h3>
      <ul className="text-small">
        {first.map(({ id, name, companyName, before, after, trail }) => (
          <li key={id} className="flex gap-3 border-b border-line py-1 last:border-b-0">
            <a
              href={opsLeadAddress(id)}
              target="_blank"
              className="min-w-0 flex-1 truncate underline decoration-line-strong underline-offset-3 hover:decoration-ink"
              rel="noopener"
            >
              <bdi>{[name ?? "No name", companyName].filter(Boolean).join(", ")}</bdi>
            </a>
            <Change before={before} after={after} trail={trail} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="mt-1 text-small text-faint">
          and {formatCount(rest, "other", "others", locale)}
        </p>
      )}
    </>
  );
}
