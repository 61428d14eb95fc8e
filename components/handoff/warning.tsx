import type { Snapshot } from "@/lib/handoff/snapshot";
import type { HandoffView } from "@/lib/handoff/view";
import { formatAge, formatMoment } from "@/lib/platform/format";
import type { CrmMatch } from "@/lib/standard/company-intelligence";
import { WarnBar } from "../ui/warn-bar";
import type { Reading } from "./field-state";

/** Reasons not to call before having spoken to somebody (C2.5, Q.3). */
const REASONS: Partial<Record<CrmMatch, readonly [lead: string, advice: string]>> = {
  existing_customer: [
    "This company is a customer",
    "Speak to their account owner before you call.",
  ],
  active_opportunity: ["Open opportunity at this company", "Speak to its owner before you call."],
};

export const isWarning = (match: CrmMatch): boolean => match in REASONS;

function particulars(detail: Snapshot["fields"][keyof Snapshot["fields"]]): string {
  const { name, stage, owner } = detail?.detail ?? {};
  const said = [name && `‘${name}’`, stage && `stage ${stage}`, owner && `owned by ${owner}`];
  const text = said.filter(Boolean).join(", ");
  return text && `${text}. `;
}

type WarningProps = { view: Pick<HandoffView, "snapshot" | "givenOn">; reading: Reading };

/** The first thing on the page: a reason not to call, if there is one (Q.3). */
export function Warning({ view, reading }: WarningProps) {
  const { snapshot, givenOn } = view;
  const field = snapshot.fields["C2.5"];
  const reason = REASONS[field?.value as CrmMatch];
  const { now, reader } = reading;
  return (
    <>
      {givenOn && (
        <WarnBar
          tone="warn"
          lead={givenOn.rerouted ? `Re-routed to ${givenOn.to}` : `${givenOn.to} has this lead now`}
        >
          {givenOn.rerouted
            ? `${formatMoment(givenOn.at, reader, now)}, since nobody had tried to reach it in time.`
            : `since ${formatMoment(givenOn.at, reader, now)}.`}{" "}
          What you were given stays here.
        </WarnBar>
      )}
      {reason && field && (
        <WarnBar lead={reason[0]}>
          {particulars(field)}
          {reason[1]} Checked {formatAge(new Date(field.obtainedAt), now, reader)}.
        </WarnBar>
      )}
    </>
  );
}
