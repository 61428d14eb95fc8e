"use client";

import { useState } from "react";
import { useVerb } from "@/components/form/use-verb";
import { settleFallbackRouting } from "@/lib/gate/rerouting/actions";
import { leadAddress } from "@/lib/platform/address";
import { Button } from "../ui/button";
import { Section } from "../ui/section";
import { useToast } from "../ui/toast";

/** A lead that no rule found anybody for; `when` is in the reader's words. */
export type FallbackLine = {
  id: string;
  leadId: string;
  name: string;
  companyName: string;
  owner: string;
  when: string;
  path: string[];
};

function Fallback({ line }: { line: FallbackLine }) {
  const { perform, pending } = useVerb();
  const { say } = useToast();
  const [error, setError] = useState<string>();
  async function settle(how: "again" | "stays") {
    if (pending) return;
    const outcome = await perform(() => settleFallbackRouting({ fallbackId: line.id, how }));
    if (!outcome.ok) return setError(outcome.reason);
    say({ text: `${outcome.value.owner} has ${line.name}.` });
  }
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
        </span>
      </p>
      <ul className="text-small text-soft">
        {line.path.map((step) => (
          <li key={step} className="wrap-anywhere">
            {step}
          </li>
        ))}
      </ul>
      {error && (
        <p role="alert" className="text-small font-medium text-bad">
          {error}
        </p>
      )}
      <div className="mt-1 flex flex-wrap gap-2">
        <Button aria-disabled={pending || undefined} onClick={() => settle("again")}>
          Route again
        </Button>
        <Button variant="bare" aria-disabled={pending || undefined} onClick={() => settle("stays")}>
          Leave with {line.owner}
        </Button>
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
