import { formatDuration } from "@/lib/platform/format";
import { formatCount } from "@/lib/platform/format-number";
import type { EscalatedLead } from "@/lib/sla/escalation/on-list/lateness";
import { Section } from "../ui/section";
import { EscalatedTable } from "./escalated-table";

/** As many as one looks into at once; the rest moves up as they are tried. */
const SHOWN = 20;

type EscalatedSectionProps = { leads: readonly EscalatedLead[]; locale: string };

/** What the ladder brought before the managers and nobody has tried yet (Q.2); nothing where all is well. */
export function EscalatedSection({ leads, locale }: EscalatedSectionProps) {
  if (leads.length === 0) return null;
  const rows = leads.slice(0, SHOWN).map(({ overMs, ...lead }) => ({
    ...lead,
    late: formatDuration(overMs / 1000),
  }));
  const count = formatCount(leads.length, "lead", "leads", locale);
  return (
    <Section
      title="Escalated, not tried yet"
      aside={leads.length > SHOWN ? `the ${SHOWN} latest of ${count}` : count}
      className="mb-7"
    >
      <EscalatedTable rows={rows} />
    </Section>
  );
}
