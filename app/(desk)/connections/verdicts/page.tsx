import type { Metadata } from "next";
import { ConnectionsHeader } from "@/components/connections/connections-header";
import { VerdictTable } from "@/components/connections/verdict-table";
import { FilterChip } from "@/components/ui/chip";
import { requireViewer } from "@/lib/access/current-viewer";
import { VERDICTS, VERIFIERS } from "@/lib/enrichment/verification/verdicts";
import { verdictsAddress } from "@/lib/platform/address";
import { keysOf } from "@/lib/platform/keys-of";

export const metadata: Metadata = { title: "Email verdicts" };

const NAMES = keysOf(VERIFIERS);

type VerdictsPageProps = { searchParams: Promise<{ verifier?: string }> };

export default async function VerdictsPage({ searchParams }: VerdictsPageProps) {
  const { verifier } = await searchParams;
  const shown = NAMES.find((name) => name === verifier) ?? NAMES[0];
  await requireViewer(verdictsAddress({ verifier }), "see connections");
  return (
    <>
      <ConnectionsHeader current="verdicts" />
      <p className="my-3 max-w-[90ch] text-small text-soft">
        What each answer of a verifier is taken for. Where several could be meant, the one that
        stands first counts. Once a verifier was asked, only a deliverable address counts as
        verified; before, one whose domain takes mail does.
      </p>
      <div className="mb-2 flex flex-wrap gap-1.5">
        {NAMES.map((name) => (
          <FilterChip
            key={name}
            href={verdictsAddress({ verifier: name })}
            current={name === shown}
            count={VERDICTS.filter(({ system }) => system === name).length}
          >
            {VERIFIERS[name]}
          </FilterChip>
        ))}
      </div>
      <VerdictTable
        label={VERIFIERS[shown]}
        rows={VERDICTS.filter(({ system }) => system === shown)}
      />
    </>
  );
}
