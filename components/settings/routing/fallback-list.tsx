"use client";

import { settleFallbackRouting } from "@/lib/gate/rerouting/actions";
import { leadAddress } from "@/lib/platform/address";
import { VerbButton } from "../../form/verb-button";
import { Section } from "../../ui/section";

/** A lead that no rule found anybody for; `when` is in the reader's words. */
type FallbackLine = {
  id: string;
  leadId: string;
  name: string;
  companyName: string;
  owner: string;
  nowWith: string | null;
  when: string;
  path: string[];
};

function Fallback({ line }: { line: FallbackLine }) {
  const settling = (how: "again" | "stays") => ({
    verb: () => settleFallbackRouting({ fallbackId: line.id, how }),
    busy: "Settling",
    said: ({ owner }: { owner: string }) => ({ text: `${owner} has ${line.name}.` }),
    refused: "Not settled.",
  });
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <p className="wrap-anywhere">
        <a
          href={leadAddress(line.leadId)}
          className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          <bdi>{[line.name, line.companyName].filter(Boolean).join(", ")}</bdi>
        </a>{" "}
        <span className="text-faint">
          to {line.owner}, {line.when}
          {line.nowWith && `, now with ${line.nowWith}`}
        </span>
      </p>
      <ul className="text-small text-soft">
        {line.path.map((step) => (
          <li key={step} className="wrap-anywhere">
            {step}
          </li>
        ))}
      </ul>
      <div className="mt-1 flex flex-wrap gap-2">
        {!line.nowWith && <VerbButton label="Route again" {...settling("again")} />}
        <VerbButton
          variant="bare"
          label={`Leave with ${line.nowWith ?? line.owner}`}
          {...settling("stays")}
        />
      </div>
    </li>
  );
}

/** What was routed by fallback and nobody has looked into; nothing where there is nothing. */
export function FallbackList({ lines }: { lines: readonly FallbackLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title="Routed by fallback" aside="No rule found anybody" className="mb-6">
      <ul>
        {lines.map((line) => (
          <Fallback key={line.id} line={line} />
        ))}
      </ul>
    </Section>
  );
}
