import type { Snapshot } from "@/lib/handoff/snapshot";
import { triggerFor } from "@/lib/scoring/trigger-dated";
import { Section } from "../ui/section";
import { FieldName, ReportMissing } from "./field-name";
import type { Reading } from "./field-state";

const ended = (text: string) => (/[.!?…”]$/.test(text) ? text : `${text}.`);

type WhyNowProps = { snapshot: Pick<Snapshot, "trigger" | "opener">; reading: Reading };

/** Why now, and what to say: what a rep reads while it rings (Q.3). */
export function WhyNow({ snapshot, reading: { reader, now } }: WhyNowProps) {
  const { trigger, opener } = snapshot;
  return (
    <div>
      <Section title="Why now">
        {trigger.text ? (
          <p className="max-w-[46ch] text-trigger font-medium tracking-[-0.012em] text-pretty">
            {ended(triggerFor(trigger, reader, now))}
          </p>
        ) : (
          <p className="text-bad">
            <FieldName id="C4.6" label="Trigger" /> absent
            <ReportMissing id="C4.6" label="Trigger" />
          </p>
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
