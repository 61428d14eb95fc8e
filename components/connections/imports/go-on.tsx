"use client";

import { resumeImport } from "@/lib/intake/imports/actions";
import { VerbButton } from "../../form/verb-button";

/** Goes on with an import that stopped, at the row where it stopped. */
export function GoOn({ id }: { id: string }) {
  return (
    <VerbButton
      variant="primary"
      verb={() => resumeImport({ id })}
      label="Go on"
      busy="Going on"
      said={() => ({ text: "It goes on where it stopped." })}
      refused="It did not go on."
    />
  );
}
