"use client";

import { useState } from "react";
import { rewordPhrase, takePhraseOut } from "@/lib/documentation/phrases/actions";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { useToast } from "../ui/toast";
import { PhraseForm } from "./phrase-form";

/** Says a phrase in other words, or takes it out of the library. */
export function PhraseActions({ id: phraseId, text }: { id: string; text: string }) {
  const [open, setOpen] = useState(false);
  const { perform, pending } = useVerb();
  const { say } = useToast();

  async function takeOut() {
    if (pending) return;
    const outcome = await perform(() => takePhraseOut({ phraseId }));
    if (outcome.ok) say({ text: "Taken out.", detail: "What was flagged with it stays." });
    else say({ text: "Not taken out.", detail: outcome.reason, tone: "bad" });
  }

  return (
    <span className="inline-flex gap-1.5">
      <Button onClick={() => setOpen(true)}>
        Reword<span className="sr-only"> {text}</span>
      </Button>
      <Button aria-disabled={pending || undefined} onClick={takeOut}>
        Take out<span className="sr-only"> {text}</span>
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Reword the phrase"
        description="Flags that were set before keep their words."
      >
        <PhraseForm
          text={text}
          label="Save"
          send={(given) => rewordPhrase({ phraseId, text: given })}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </span>
  );
}
