import type { Snapshot } from "@/lib/handoff/snapshot";
import type { HandoffView } from "@/lib/handoff/view";
import { formatAge, formatMoment } from "@/lib/platform/format";
import type { CrmMatch } from "@/lib/standard/company-intelligence";
import type { Reading } from "../field-state";

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

/** What stands before anything else: the reason in bold, and what to do about it. */
export type WarningWords = { tone: "bad" | "warn"; lead: string; words: string };

type Warned = Pick<HandoffView, "snapshot" | "givenOn">;

/** The first thing on the page: a reason not to call, if there is one (Q.3). */
export function warningWords({ snapshot, givenOn }: Warned, reading: Reading): WarningWords[] {
  const field = snapshot.fields["C2.5"];
  const reason = REASONS[field?.value as CrmMatch];
  const { now, reader } = reading;
  const warnings: WarningWords[] = [];
  if (givenOn) {
    const at = formatMoment(givenOn.at, reader, now);
    warnings.push({
      tone: "warn",
      lead: givenOn.rerouted ? `Re-routed to ${givenOn.to}` : `${givenOn.to} has this lead now`,
      words: `${givenOn.rerouted ? `${at}, since nobody had tried to reach it in time.` : `since ${at}.`} What you were given stays here.`,
    });
  }
  if (reason && field) {
    const checked = formatAge(new Date(field.obtainedAt), now, reader);
    const words = `${particulars(field)}${reason[1]} Checked ${checked}.`;
    warnings.push({ tone: "bad", lead: reason[0], words });
  }
  return warnings;
}
