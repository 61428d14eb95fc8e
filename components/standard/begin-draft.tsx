"use client";

import { standardAddress } from "@/lib/platform/address";
import { beginDraft } from "@/lib/written-standard/actions";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";

/** Begins the next version with the words of the latest one. */
export function BeginDraft() {
  const { perform, pending } = useVerb();
  const { say } = useToast();
  async function begin() {
    const outcome = await perform(() => beginDraft({}), standardAddress({ show: "draft" }));
    if (!outcome.ok) say({ text: outcome.reason, tone: "bad" });
  }
  return (
    <Button
      variant="primary"
      aria-disabled={pending || undefined}
      onClick={() => !pending && begin()}
    >
      Write a draft
    </Button>
  );
}
