"use client";

import { moveLeadsOfLeaver } from "@/lib/gate/leavers/actions";
import { formatCount } from "@/lib/platform/format-number";
import { VerbButton } from "../../form/verb-button";
import { Section } from "../../ui/section";

type Leaver = { personId: string; name: string; leads: number };

type LeaverLineProps = { leaver: Leaver; locale: string };

function LeaverLine({ leaver: { personId, name, leads }, locale }: LeaverLineProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 border-b border-line py-2 last:border-b-0">
      <span className="wrap-anywhere">
        <bdi>{name}</bdi>{" "}
        <span className="text-faint">{formatCount(leads, "open lead", "open leads", locale)}</span>
      </span>
      <VerbButton
        verb={() => moveLeadsOfLeaver({ personId })}
        label="Route anew"
        busy="Moving"
        said={({ moved, left }) => ({
          text: `${moved} moved${left > 0 ? `, ${left} still with ${name}` : ""}.`,
        })}
        refused="Not routed anew."
      />
    </li>
  );
}

/** Whose open leads nobody can work on, since they have no access any more; nothing where there are none. */
export function LeaverList({ leavers, locale }: { leavers: readonly Leaver[]; locale: string }) {
  if (leavers.length === 0) return null;
  return (
    <Section title="Leads of those who left" aside="Nobody works on them" className="mb-6">
      <ul>
        {leavers.map((leaver) => (
          <LeaverLine key={leaver.personId} leaver={leaver} locale={locale} />
        ))}
      </ul>
    </Section>
  );
}
