"use client";

import { type ReactNode, useState } from "react";
import { writeNote } from "@/lib/documentation/actions";
import { blanksOf, filled, type Phrase } from "@/lib/documentation/phrases/phrase";
import { useVerb } from "../form/use-verb";
import { useToast } from "../ui/toast";
import { FlagForm } from "./flag-form";

type FlagButtonsProps = { leadId: string; phrases: readonly Phrase[]; taken: readonly string[] };

/** What is open to be typed: a phrase with blanks, or words of one's own. */
type Open = Phrase | "own" | null;

function FlagChip({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="inline-flex min-h-6 max-w-full items-center rounded-full border border-dashed border-line-strong px-2.5 py-[2px] text-small/4.5 text-soft hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
    >
      <span className="truncate">+ {children}</span>
    </button>
  );
}

/** 'Closed-lost … months ago': the blanks of a phrase are still to be filled. */
const shownText = (text: string) => text.replace(/\{[^}]*\}/g, "…");

/** The team's flags, which one press sets; those with blanks ask for them; and one's own (C5.4). */
export function FlagButtons({ leadId, phrases, taken }: FlagButtonsProps) {
  const [open, setOpen] = useState<Open>(null);
  const { perform } = useVerb();
  const { say } = useToast();

  async function set(text: string): Promise<void> {
    const outcome = await perform(() => writeNote({ leadId, kind: "flag", text }));
    if (outcome.ok) setOpen(null);
    else say({ text: "Not flagged.", detail: outcome.reason, tone: "bad" });
  }

  const press = (phrase: Phrase) => {
    if (blanksOf(phrase.text).length === 0) return void set(phrase.text);
    setOpen(open === phrase ? null : phrase);
  };
  const free = phrases.filter(({ text }) => !taken.includes(text));
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {free.map((phrase) => (
        <FlagChip key={phrase.id} onPress={() => press(phrase)}>
          {shownText(phrase.text)}
        </FlagChip>
      ))}
      <FlagChip onPress={() => setOpen(open === "own" ? null : "own")}>Own flag …</FlagChip>
      {open && (
        <FlagForm
          key={open === "own" ? open : open.id}
          blanks={open === "own" ? null : blanksOf(open.text)}
          onSend={(values) => set(open === "own" ? (values.flag ?? "") : filled(open.text, values))}
        />
      )}
    </div>
  );
}
