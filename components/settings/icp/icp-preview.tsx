"use client";

import type { ReactNode } from "react";
import { formatTime, type Reader } from "@/lib/platform/format";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import type { NamedPreview } from "@/lib/scoring/icp/preview";
import { previewIcp } from "@/lib/scoring/versions/actions";
import { Section } from "../../ui/section";
import { ChangingLeads } from "../changing-leads";
import { useTried } from "../use-tried";
import { useIcp } from "./icp-desk";
import { TierMatrix, tierWords } from "./icp-tier-matrix";

function Consequences({ preview, locale }: { preview: NamedPreview; locale: string }) {
  const { handedOff, released } = preview;
  const leads = (count: number) => formatCount(count, "lead", "leads", locale);
  return (
    <ul className="mt-2 grid gap-1 text-small text-soft">
      {released > 0 && (
        <li className="font-medium text-warn">
          About {leads(released)} would reach the threshold and go to reps at once.
        </li>
      )}
      {handedOff > 0 && (
        <li>
          {leads(handedOff)} with a rep would be of another tier if they came today. Their handoffs
          stay as they are.
        </li>
      )}
    </ul>
  );
}

const tierChange = ({ from, to }: NamedPreview["first"][number]) => (
  <span className="shrink-0 text-soft">
    {tierWords(from)} <span aria-hidden="true">→</span>
    <span className="sr-only">to</span> {tierWords(to).toLowerCase()}
  </span>
);

/** What the change would do to the leads there are; `children`, to save it, come before the leads. */
export function IcpPreview({ reader, children }: { reader: Reader; children: ReactNode }) {
  const { locale } = reader;
  const { icp, changed } = useIcp();
  const { tried: preview, refusal, pending } = useTried(changed ? icp : null, previewIcp);
  const leads = (count: number) => formatCount(count, "lead", "leads", locale);
  return (
    <Section title="What this changes" className="mb-6">
      <p role="status" className="text-small">
        {!changed && "Change something, and see here which leads would move tier."}
        {changed && !icp && "Shown once everything is filled in."}
        {pending && "Counting the leads."}
        {!pending && refusal}
        {!pending && preview && (
          <strong className="font-semibold">
            {preview.moving === 0
              ? `None of ${leads(preview.leads)} moves tier.`
              : `${leads(preview.moving)} of ${formatNumber(preview.leads, locale)} move tier.`}
          </strong>
        )}
      </p>
      {preview && (
        <div className={pending ? "opacity-50" : undefined}>
          <TierMatrix moves={preview.moves} locale={locale} />
          <Consequences preview={preview} locale={locale} />
          <p className="mt-1 text-small text-faint">
            Counted at {formatTime(new Date(preview.countedAt), reader)}.
          </p>
        </div>
      )}
      {children}
      {preview && (
        <ChangingLeads
          title="The newest that move"
          first={preview.first}
          all={preview.moving}
          change={tierChange}
          locale={locale}
        />
      )}
    </Section>
  );
}
