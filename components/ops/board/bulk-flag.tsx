"use client";

import { LONGEST_FLAG } from "@/lib/documentation/phrases/phrase";
import { TextInput } from "../../form/text-input";
import { Button } from "../../ui/button";

type BulkFlagProps = {
  text: string;
  phrases: readonly string[];
  onChange: (text: string) => void;
};

/** The flag that many leads get: one of the team's, its blanks filled, or words of one's own. */
export function BulkFlag({ text, phrases, onChange }: BulkFlagProps) {
  return (
    <>
      <div className="mb-3 flex flex-wrap gap-1.5">
        {phrases.map((phrase) => (
          <Button key={phrase} aria-pressed={phrase === text} onClick={() => onChange(phrase)}>
            {phrase}
          </Button>
        ))}
      </div>
      <TextInput
        name="flag"
        label="Flag, in a few words"
        hint={/[{}]/.test(text) ? "Fill in what stands in braces." : undefined}
        autoComplete="off"
        maxLength={LONGEST_FLAG}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
