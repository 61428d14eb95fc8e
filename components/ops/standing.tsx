import type { Dossier } from "@/lib/documentation/dossier/dossier";
import { REJECTION_REASONS } from "@/lib/handoff/outcome";
import {
  formatAge,
  formatComing,
  formatMoment,
  formatWait,
  type Reader,
} from "@/lib/platform/format";
import { fieldDefinition } from "@/lib/standard/categories";
import { inSentence } from "@/lib/trail/wording/prose";
import { WarnBar } from "../ui/warn-bar";

type StandingProps = { dossier: Dossier; now: Date; reader: Reader };

/** Marketing's clock runs from the capture until a rep has the lead (G.6). */
function clockWords({ capturedAt }: Dossier, now: Date): string {
  const seconds = (now.getTime() - capturedAt.getTime()) / 1_000;
  return `Marketing’s clock: ${formatWait(seconds)} since the capture.`;
}

function heldWords(dossier: Dossier, now: Date, reader: Reader): string {
  const { holds, mqlAt } = dossier;
  const named = holds.map(({ label }) => label).join(", ");
  const until = holds.length === 1 ? "it is" : "they are";
  const mql = mqlAt ? ` It became an MQL ${formatAge(mqlAt, now, reader)}.` : "";
  const then = decidedWords(dossier, now, reader);
  return `${named}. No rep gets this lead before ${until} filled.${then}${mql} ${clockWords(dossier, now)}`;
}

/** To whom it goes once nothing holds it any more, where a router elsewhere decided that (K.4). */
function decidedWords({ decided }: Dossier, now: Date, reader: Reader): string {
  if (!decided) return "";
  const { owner, by, at, reason } = decided;
  return ` Then it goes to ${owner}, as ${by} decided ${formatAge(at, now, reader)}: “${reason}”.`;
}

function returnedWords({ returned }: Dossier): string {
  if (!returned) return "";
  const field = returned.fieldId ? `: ${fieldDefinition(returned.fieldId).label}` : "";
  const words = returned.words ? ` “${returned.words}”` : "";
  return `${REJECTION_REASONS[returned.reason]}${field}.${words}`;
}

/** When a documented lead goes to a rep, and whether it does not because no rep has access. */
function goesWords({ mqlAt, graceEndsAt, ledger }: Dossier, now: Date, reader: Reader) {
  if (!mqlAt) {
    const reaches = `when its score reaches ${ledger.threshold}`;
    return { words: `It goes to a rep by itself ${reaches}, or now, if you release it.` };
  }
  if (graceEndsAt && graceEndsAt > now) {
    const end = formatComing(graceEndsAt, reader, now);
    return { words: `It goes to a rep with its summary, or ${end} with the draft.` };
  }
  return { words: "No rep has access. It goes out as soon as one has.", noRep: true };
}

/** Where the lead stands and what follows from it, before anything else on the page. */
export function Standing({ dossier, now, reader }: StandingProps) {
  const { status, holds, handoff, returned, aside } = dossier;
  const moment = (at: Date) => formatMoment(at, reader, now);
  if (status === "excluded") {
    return (
      <WarnBar tone="warn" lead="Set aside">
        {aside?.reason}
        {aside && `, ${[aside.by, inSentence(moment(aside.at))].filter(Boolean).join(", ")}`}
      </WarnBar>
    );
  }
  if (status === "rejected" && returned) {
    return (
      <WarnBar lead={`Rejected by ${returned.by}, ${inSentence(moment(returned.at))}`}>
        {returnedWords(dossier)}
      </WarnBar>
    );
  }
  if (handoff) {
    return (
      <p className="rounded-box bg-accent-wash px-3.5 py-2 forced-colors:border">
        <strong className="font-medium">
          {handoff.owner} got this lead {inSentence(moment(handoff.routedAt))}.
        </strong>{" "}
        What you change now is shown to them as added since; the handoff itself stays as it was.
      </p>
    );
  }
  if (holds.length > 0) {
    return (
      <WarnBar tone="warn" lead="Held at the gate">
        {heldWords(dossier, now, reader)}
      </WarnBar>
    );
  }
  const { words, noRep } = goesWords(dossier, now, reader);
  if (noRep) {
    return (
      <WarnBar tone="warn" lead="Waits for a rep">
        {words} {clockWords(dossier, now)}
      </WarnBar>
    );
  }
  return (
    <p className="rounded-box bg-accent-wash px-3.5 py-2 forced-colors:border">
      <strong className="font-medium">Documented.</strong> {words} {clockWords(dossier, now)}
    </p>
  );
}
