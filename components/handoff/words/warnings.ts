import {
  type CrmMatched,
  type CrmMatchNow,
  crmMatchNow,
  NOTHING_SINCE,
} from "@/lib/handoff/since/since";
import type { HandoffView } from "@/lib/handoff/view";
import { formatAge, formatMoment } from "@/lib/platform/format";
import { reasonNotToCall } from "@/lib/standard/values/reason-not-to-call";
import { inSentence } from "@/lib/trail/wording/prose";
import type { Reading } from "./field-state";

/** What stands before anything else: the reason in bold, and what to do about it. */
export type WarningWords = { tone: "bad" | "warn"; lead: string; words: string };

/** The reason not to call that a CRM match is, if it is one (C2.5). */
export function crmWarning(
  match: CrmMatchNow | null,
  { now, reader }: Reading,
): WarningWords | null {
  const reason = match && reasonNotToCall(match);
  if (!reason) return null;
  const known = `${match.isNews ? "Learned after the handoff," : "Checked"} ${formatAge(match.at, now, reader)}`;
  return { tone: "bad", lead: reason.lead, words: `${reason.words} ${known}.` };
}

type Warned = CrmMatched & Pick<HandoffView, "givenOn" | "decision">;

/** A handoff as it was given, for a page that shows nothing of what came after. */
export const asGiven = (snapshot: CrmMatched["snapshot"]): Warned => ({
  snapshot,
  since: NOTHING_SINCE,
  decision: null,
  givenOn: null,
});

/** The first thing on the page: a reason not to call, if there is one (Q.3). */
export function warningWords(view: Warned, reading: Reading): WarningWords[] {
  const { decision, givenOn } = view;
  // After a decision what is learned is often what the rep made of the lead: their own opportunity.
  const match = crmMatchNow(decision ? { ...view, since: NOTHING_SINCE } : view);
  const warning = crmWarning(match, reading);
  const { now, reader } = reading;
  const warnings: WarningWords[] = [];
  if (givenOn) {
    const at = formatMoment(givenOn.at, reader, now);
    warnings.push({
      tone: "warn",
      lead: givenOn.rerouted ? `Re-routed to ${givenOn.to}` : `${givenOn.to} has this lead now`,
      words: `${givenOn.rerouted ? `${at}, since nobody had tried to reach it in time.` : `since ${inSentence(at)}.`} What you were given stays here.`,
    });
  }
  if (warning) warnings.push(warning);
  return warnings;
}
