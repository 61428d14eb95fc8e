"use client";

import { writePhrase } from "@/lib/documentation/phrases/actions";
import { Section } from "../../ui/section";
import { PhraseForm } from "./phrase-form";

/** Adds a phrase to the team's library. */
export function NewPhrase() {
  return (
    <Section title="New phrase" className="mt-7 max-w-[480px]">
      <PhraseForm text="" label="Add" send={(text) => writePhrase({ text })} />
    </Section>
  );
}
