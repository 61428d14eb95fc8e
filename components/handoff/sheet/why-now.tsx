"use client";

import { Section } from "../../ui/section";
import { AbsentPart } from "./field-name";

type WhyNowProps = { trigger: string | null; opener: string | null };

/** Why now, and what to say: what a rep reads while it rings (Q.3). */
export function WhyNow({ trigger, opener }: WhyNowProps) {
  return (
    <div>
      <Section title="Why now">
        {trigger ? (
          <p className="max-w-[46ch] text-trigger font-medium tracking-[-0.012em] text-pretty">
            {trigger}
          </p>
        ) : (
          <AbsentPart id="C4.6" label="Trigger" />
        )}
      </Section>
      {opener && (
        <Section title="Say" className="mt-4">
          <p className="max-w-[72ch] border-l-3 border-accent pl-3.5 text-reading text-pretty">
            “{opener}”
          </p>
        </Section>
      )}
    </div>
  );
}
