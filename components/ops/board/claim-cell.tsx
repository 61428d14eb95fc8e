"use client";

import { claimMany, releaseMany } from "@/lib/documentation/claims/actions";
import { useVerb } from "../../form/use-verb";
import { classNames } from "../../ui/class-names";
import { useToast } from "../../ui/toast";
import type { BoardLine } from "./board-line";

// Above the link that covers the row.
const look =
  "relative z-2 -mx-1 min-h-6 rounded-[4px] px-1 text-accent underline-offset-3 hover:underline pointer-coarse:min-h-11";

type ClaimCellProps = { id: string; name: string; claim: BoardLine["claim"] };

/** Who is on a lead; claims it, or gives one's own claim up (O.1). */
export function ClaimCell({ id, name, claim }: ClaimCellProps) {
  const { perform, pending } = useVerb();
  const { say } = useToast();
  if (claim && !claim.mine) {
    return (
      <span title={claim.exact} className="text-soft">
        {claim.words}
      </span>
    );
  }

  async function press() {
    if (pending) return;
    const leadIds = [id];
    const outcome = await perform(() =>
      claim ? releaseMany({ leadIds }) : claimMany({ leadIds }),
    );
    if (!outcome.ok) say({ text: outcome.reason, tone: "bad" });
  }

  return (
    <span title={claim?.exact} className="inline-flex items-center gap-1 whitespace-nowrap">
      {claim && <span className="font-medium">You</span>}
      <button
        type="button"
        aria-disabled={pending || undefined}
        onClick={press}
        className={classNames(look, pending && "opacity-60")}
      >
        {claim ? "Let go" : "Claim"}
        <span className="sr-only"> {name}</span>
      </button>
    </span>
  );
}
