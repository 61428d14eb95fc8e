"use client";

import type { FormEvent } from "react";
import { LONGEST_LINE } from "@/lib/trail/edits/edits";
import { controlLook } from "../../form/control-look";
import { typed } from "../../form/typed";
import { Button } from "../../ui/button";

type RewordFormProps = {
  text: string;
  onSend: (words: string) => Promise<void>;
  onCancel: () => void;
};

// At module scope, so that it runs when the form opens and not at each render.
const focus = (control: HTMLInputElement | null) => control?.select();

/** A line of the trail in one's own words; Escape leaves it as it was. */
export function RewordForm({ text, onSend, onCancel }: RewordFormProps) {
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    await onSend(typed(new FormData(event.currentTarget), "words").trim());
  }
  return (
    <form
      onSubmit={send}
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
      className="flex gap-1.5 pb-2 pl-5.5"
    >
      <input
        ref={focus}
        name="words"
        aria-label={`Words for: ${text}`}
        defaultValue={text}
        required
        minLength={3}
        maxLength={LONGEST_LINE}
        autoComplete="off"
        className={controlLook}
      />
      <Button type="submit">Reword</Button>
      <Button variant="bare" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
