"use client";

import { type FormEvent, useId } from "react";
import { isNumber, LONGEST_FLAG } from "@/lib/documentation/phrases/phrase";
import { capitalised } from "@/lib/platform/shown-text";
import { controlLook } from "../form/control-look";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";

type FlagFormProps = {
  /** What the phrase asks for; null for words of one's own, which come as `flag`. */
  blanks: readonly string[] | null;
  onSend: (values: Record<string, string>) => Promise<void>;
};

/** Further back nobody's memory is worth a flag. */
const LARGEST = 999;
/** A name, a title or an event; the flag has to be read at a glance. */
const LONGEST_BLANK = 40;

const NUMBER = { type: "number", min: 1, max: LARGEST, inputMode: "numeric" } as const;
const WORDS = { type: "text", minLength: 1, maxLength: LONGEST_BLANK } as const;
const FLAG = { type: "text", minLength: 3, maxLength: LONGEST_FLAG } as const;

// At module scope, so that it runs when the form opens and not at each render.
const focus = (control: HTMLElement | null) => control?.focus();

/** Asks for what a flag still lacks. */
export function FlagForm({ blanks, onSend }: FlagFormProps) {
  const id = useId();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)];
    await onSend(Object.fromEntries(given.map(([name, value]) => [name, String(value)])));
  }

  return (
    <form onSubmit={send} className="flex w-full flex-wrap items-center gap-2 py-1">
      {(blanks ?? ["flag"]).map((name, index) => {
        const isOwn = blanks === null;
        const number = !isOwn && isNumber(name);
        return (
          <div key={name} className={classNames("flex items-center gap-2", !number && "flex-1")}>
            <label htmlFor={`${id}-${name}`} className="text-small whitespace-nowrap text-soft">
              {isOwn ? "Flag, in a few words" : capitalised(name)}
            </label>
            <input
              ref={index === 0 ? focus : undefined}
              id={`${id}-${name}`}
              name={name}
              required
              autoComplete="off"
              {...(isOwn ? FLAG : number ? NUMBER : WORDS)}
              className={classNames(controlLook, number ? "w-20!" : "min-w-24")}
            />
          </div>
        );
      })}
      <Button type="submit">Flag</Button>
    </form>
  );
}
