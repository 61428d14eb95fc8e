import type { Snapshot } from "@/lib/handoff/snapshot";
import { Section } from "../ui/section";
import { FieldName, ReportMissing } from "./field-name";

const ended = (text: string) => (/[.!?…”]$/.test(text) ? text : `${text}.`);

/** Why now, and what to say: what a rep reads while it rings (Q.3). */
export function WhyNow({ snapshot }: { snapshot: Pick<Snapshot, "trigger" | "opener"> }) {
  const { trigger, opener } = snapshot;
  return (
    <div>
      <Section title="Why now">
        {trigger.text ? (
          <p className="max-w-[46ch] text-trigger font-medium tracking-[-0.012em] text-pretty">
            {ended(trigger.text)}
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
