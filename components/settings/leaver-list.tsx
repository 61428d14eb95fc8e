"use client";

import { useVerb } from "@/components/form/use-verb";
import { moveLeadsOfLeaver } from "@/lib/gate/leavers/actions";
import { Button } from "../ui/button";
import { Section } from "../ui/section";
import { useToast } from "../ui/toast";

type Leaver = { personId: string; name: string; leads: number };

const leadWords = (count: number) => `${count} open ${count === 1 ? "lead" : "leads"}`;

function LeaverLine({ leaver: { personId, name, leads } }: { leaver: Leaver }) {
  const { perform, pending } = useVerb();
  const { say } = useToast();
  async function move() {
    if (pending) return;
    const outcome = await perform(() => moveLeadsOfLeaver({ personId }));
    if (!outcome.ok) return say({ text: outcome.reason, tone: "bad" });
    const { moved, left } = outcome.value;
    say({ text: `${moved} moved${left > 0 ? `, ${left} still with ${name}` : ""}.` });
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 border-b border-line py-2 last:border-b-0">
      <span className="wrap-anywhere">
        <bdi>{name}</bdi> <span className="text-faint">{leadWords(leads)}</span>
      </span>
      <Button aria-disabled={pending || undefined} onClick={move}>
        {pending ? "Moving" : "Route anew"}
      </Button>
    </li>
  );
}

/** Whose open leads nobody can work on, since they have no access any more; nothing where there are none. */
export function LeaverList({ leavers }: { leavers: readonly Leaver[] }) {
  if (leavers.length === 0) return null;
  return (
    <Section title="Leads of those who left" aside="Nobody works on them" className="mb-6">
      <ul>
        {leavers.map((leaver) => (
          <LeaverLine key={leaver.personId} leaver={leaver} />
        ))}
      </ul>
    </Section>
  );
}
