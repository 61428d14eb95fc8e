import { type ChangeEvent, useState } from "react";
import { keep, kept } from "./kept";

/**
 * What a text area needs so that closing its dialog, a closed tab or an ended session takes nothing
 * away: `wiring` is spread on it, `forget` is called once the words are saved. `given` stands there at
 * first. The `key` has whose words they are: two people may use one computer. The storage is read as the field is made, so only where the browser makes it, as in a dialog.
 */
export function useKeptWords(key: string, given = "") {
  const [first] = useState(() => kept(key) ?? given);
  return {
    wiring: {
      defaultValue: first,
      hint: first === given ? undefined : "What you had typed was put back.",
      onChange: ({ target }: ChangeEvent<HTMLTextAreaElement>) =>
        keep(key, target.value === given ? null : target.value),
    },
    forget: () => keep(key, null),
  };
}
