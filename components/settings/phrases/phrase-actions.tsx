"use client";

import { useState } from "react";
import { rewordPhrase, takePhraseOut } from "@/lib/documentation/phrases/actions";
import { VerbButton } from "../../form/verb-button";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { PhraseForm } from "./phrase-form";

/** Says a phrase in other words, or takes it out of the library. */
export function PhraseActions({ id: phraseId, text }: { id: string; text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <span className="inline-flex gap-1.5">
      <Button onClick={() => setOpen(true)}>
        Reword<span className="sr-only"> {text}</span>
      </Button>
      <VerbButton
        verb={() => takePhraseOut({ phraseId })}
        label="Take out"
        busy="Taking out"
        said={() => ({ text: "Taken out.", detail: "What was flagged with it stays." })}
        refused="Not taken out."
      >
        <span className="sr-only"> {text}</span>
      </VerbButton>
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
