import { ReaderTime } from "@/components/shell/reader-time";
import { DifferenceList } from "@/components/standard/difference-list";
import { DiscardButton } from "@/components/standard/discard-button";
import { DraftTerms } from "@/components/standard/draft-terms";
import { SignButton } from "@/components/standard/sign-button";
import { SignatureList } from "@/components/standard/signature-list";
import { TrialResult } from "@/components/standard/trial-result";
import { trialNews } from "@/components/standard/trial-words";
import { Section } from "@/components/ui/section";
import type { Viewer } from "@/lib/access/viewer";
import { dayOf } from "@/lib/platform/day";
import { DAY } from "@/lib/platform/durations";
import { formatDay } from "@/lib/platform/format";
import { formatCount } from "@/lib/platform/format-number";
import { type Difference, differences } from "@/lib/standard/versions/difference";
import type { Trial } from "@/lib/standard/versions/trial";
import { hindranceTo } from "@/lib/written-standard/hindrance";
import { type Side, sideOf } from "@/lib/written-standard/sides";
import type { Draft, Version } from "@/lib/written-standard/view";

type DraftAsideProps = {
  viewer: Viewer;
  draft: Draft;
  latest: Version;
  inForce: Version;
  trial: Trial;
  now: Date;
};

/** Beside the draft: what it would have done, what it changes, when, and who has signed. */
export function DraftAside({ viewer, draft, latest, inForce, trial, now }: DraftAsideProps) {
  const side = sideOf(viewer.role);
  const changes = differences(latest, draft);
  const { signatures, savedBy, savedAt, revision } = draft;
  const saved = (
    <>
      {savedBy}, <ReaderTime at={savedAt} now={now} reader={viewer} as="age" />
    </>
  );
  return (
    <div className="flex min-w-0 flex-col gap-8 xl:mt-5">
      <TrialResult trial={trial} version={inForce.version} reader={viewer} now={now} />
      <Section title={`Changes to version ${latest.version}`} aside={saved}>
        <DifferenceList label="What the draft changes" changes={changes} none="None saved yet." />
      </Section>
      <Section title="When and why">
        <DraftTerms earliest={dayOf(new Date(now.getTime() + DAY), viewer.timeZone)} />
      </Section>
      <Section title="Signatures" aside={`revision ${revision}`}>
        <SignatureList signatures={signatures} reader={viewer} now={now} />
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {side && (
            <SignButton
              side={side}
              hindrance={hindranceTo(draft, latest, side, now) ?? undefined}
              what={whatIsSigned(draft, changes, trial, side, viewer, now)}
              last={signatures.some((one) => one.side !== side)}
            />
          )}
          <DiscardButton />
        </div>
        <p className="mt-2 text-small text-faint">
          A signature counts for this revision. A change takes both back.
        </p>
      </Section>
    </div>
  );
}

function whatIsSigned(
  { effectiveFrom, signatures }: Draft,
  changes: readonly Difference[],
  trial: Trial,
  side: Side,
  viewer: Viewer,
  now: Date,
): string {
  const count = formatCount(changes.length, "change", "changes", viewer.locale);
  const last = signatures.some((one) => one.side !== side);
  const from = effectiveFrom ? `on ${formatDay(effectiveFrom, viewer, now)}` : "within seconds";
  const then = last
    ? `Yours is the second signature: it takes effect ${from}.`
    : `It takes effect ${effectiveFrom ? from : "as soon as the other side has signed too"}.`;
  return `${count}. On last quarter’s leads: ${trialNews(trial, viewer.locale)} ${then}`;
}
