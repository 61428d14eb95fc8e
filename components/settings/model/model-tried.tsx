import type { ModelTrial, TriedLead, TriedState } from "@/lib/gate/model-trial/trial";
import { BeforeAfter } from "../before-after";
import { ChangingLeads } from "../changing-leads";
import { tierWords } from "../icp/icp-tier-matrix";

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
    <div className="max-w-md">
      <BeforeAfter
        label="Leads by state now and then"
        heads={["State", "Now", "Then"]}
        rows={byState.map(({ state, before, after }) => ({ name: STATES[state], before, after }))}
        locale={locale}
      />
    </div>
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
  return (
    <ChangingLeads
      title="Who changes most"
      first={first}
      all={changing}
      change={({ before, after, trail }) => <Change before={before} after={after} trail={trail} />}
      locale={locale}
    />
  );
}
