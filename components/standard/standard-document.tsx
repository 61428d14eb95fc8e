import type { StandardTerms } from "@/lib/standard/versions/difference";
import { GateNote } from "./gate-note";
import { LEVEL_LOOKS, LEVEL_WORDS, TRUST_WORDS } from "./level-words";
import { StandardTable } from "./standard-table";

/** A version of the standard, to be read. */
export function StandardDocument({ label, terms }: { label: string; terms: StandardTerms }) {
  const { graceMinutes } = terms;
  return (
    <div className="min-w-0">
      <StandardTable
        label={label}
        gate={({ key }) => <GateNote category={key} gates={terms.gates.includes(key)} />}
        cells={(id) => {
          const { level, trust, owner, source } = terms.requirements[id];
          return {
            level: <span className={LEVEL_LOOKS[level]}>{LEVEL_WORDS[level]}</span>,
            trust: (
              <span className={trust === "verified" ? "text-ink" : "text-faint"}>
                {TRUST_WORDS[trust]}
              </span>
            ),
            owner: <span className="wrap-anywhere text-soft">{owner}</span>,
            source: <span className="wrap-anywhere text-soft">{source}</span>,
          };
        }}
      />
      <p className="mt-3 text-small text-soft">
        {graceMinutes === 0
          ? "No lead waits for its summary: it goes out with the draft."
          : `An MQL waits ${graceMinutes} min for its summary at most, then goes out with the draft.`}
      </p>
    </div>
  );
}
