"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { writeNote } from "@/lib/documentation/actions";
import { closedLostFlag, LONGEST_AGO, READY_FLAGS } from "@/lib/documentation/flags";
import { controlLook } from "../form/control-look";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { useToast } from "../ui/toast";
import { useVerb } from "./use-verb";

type FlagButtonsProps = { leadId: string; taken: readonly string[] };
type Open = "closed lost" | "own" | null;

function FlagChip({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="inline-flex min-h-6 items-center rounded-full border border-dashed border-line-strong px-2.5 py-[2px] text-small/4.5 text-soft hover:bg-hover hover:text-ink pointer-coarse:min-h-9"
    >
      + {children}
    </button>
  );
}

/** Flags that one press sets, one that asks for its number, and one's own. */
export function FlagButtons({ leadId, taken }: FlagButtonsProps) {
  const [open, setOpen] = useState<Open>(null);
  const { perform } = useVerb();
  const { say } = useToast();

  async function set(text: string): Promise<boolean> {
    const outcome = await perform(() => writeNote({ leadId, kind: "flag", text }));
    if (!outcome.ok) say({ text: "Not flagged.", detail: outcome.reason, tone: "bad" });
    else setOpen(null);
    return outcome.ok;
  }

  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {READY_FLAGS.filter((flag) => !taken.includes(flag)).map((flag) => (
        <FlagChip key={flag} onPress={() => set(flag)}>
          {flag}
        </FlagChip>
      ))}
      <FlagChip onPress={() => setOpen(open === "closed lost" ? null : "closed lost")}>
        Closed-lost …
      </FlagChip>
      <FlagChip onPress={() => setOpen(open === "own" ? null : "own")}>Own flag …</FlagChip>
      {open && (
        <FlagForm
          key={open}
          label={open === "own" ? "Flag, in a few words" : "Months since the deal was lost"}
          months={open === "closed lost"}
          onSend={(typed) => set(open === "own" ? typed : closedLostFlag(Number(typed)))}
        />
      )}
    </div>
  );
}

type FlagFormProps = {
  label: string;
  months: boolean;
  onSend: (typed: string) => Promise<boolean>;
};

// At module scope, so that it runs when the form opens and not at each render.
const focus = (control: HTMLElement | null) => control?.focus();

function FlagForm({ label, months, onSend }: FlagFormProps) {
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    await onSend(String(new FormData(event.currentTarget).get("flag")));
  }
  return (
    <form onSubmit={send} className="flex w-full items-center gap-2 py-1">
      <label htmlFor="flag" className="text-small text-soft">
        {label}
      </label>
      <input
        ref={focus}
        id="flag"
        name="flag"
        required
        autoComplete="off"
        {...(months
          ? { type: "number", min: 1, max: LONGEST_AGO, inputMode: "numeric" }
          : { type: "text", minLength: 3, maxLength: 80 })}
        className={classNames(controlLook, months ? "w-20!" : "flex-1")}
      />
      <Button type="submit">Flag</Button>
    </form>
  );
}
