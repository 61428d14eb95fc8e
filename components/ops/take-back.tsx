"use client";

import { X } from "lucide-react";
import { takeBackNote } from "@/lib/documentation/actions";
import { useVerb } from "../form/use-verb";
import { useToast } from "../ui/toast";

/** Takes a note or a flag back; it stays in the lead's history. */
export function TakeBack({ noteId, text }: { noteId: string; text: string }) {
  const { perform, pending } = useVerb();
  const { say } = useToast();

  async function takeBack() {
    if (pending) return;
    const outcome = await perform(() => takeBackNote({ noteId }));
    if (outcome.ok) say({ text: "Taken back." });
    else say({ text: "Not taken back.", detail: outcome.reason, tone: "bad" });
  }

  return (
    <button
      type="button"
      aria-label={`Take back: ${text}`}
      title="Take back"
      aria-disabled={pending || undefined}
      onClick={takeBack}
      className="grid size-6 shrink-0 place-items-center rounded-[4px] text-soft hover:text-ink pointer-coarse:size-11"
    >
      <X aria-hidden="true" className="size-3.5" />
    </button>
  );
}
