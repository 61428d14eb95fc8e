import { useEffect, useRef, useState } from "react";
import { useToast } from "../ui/toast";
import { keep, kept } from "./kept";

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whose typing it is: two people may use one computer. `what` names the settings. */
type Whose = { what: string; personId: string };

const keyOf = ({ what, personId }: Whose) => `baton-settings-${what}-${personId}`;

/** Typing as this browser keeps it, with what it was made from. */
type KeptTyping<Draft> = { version: number | null; from: Draft; typed: Draft };

/**
 * What was kept, where it was typed from just what is saved now; "replaced" where somebody saved other
 * settings meanwhile, on which it would undo theirs; null where nothing is left to save. A draft of
 * another shape, as an older Baton made them, is from something else, too.
 */
export function keptTyping<Draft>(
  stored: string | null,
  version: number | null,
  from: Draft,
): Draft | "replaced" | null {
  if (stored === null) return null;
  try {
    const given = JSON.parse(stored) as Partial<KeptTyping<Draft>> | null;
    if (!given?.typed || same(given.typed, from)) return null;
    return given.version === version && same(given.from, from) ? given.typed : "replaced";
  } catch {
    return null;
  }
}

/**
 * What is typed from what is saved, until it is saved itself: neither a version that somebody else
 * saves meanwhile nor a look at another page takes it away. `draftOf` makes what stands in the fields
 * of what is saved, `base` is the version that the changes are made from, `begun` is called when the
 * fields are filled anew. Whoever has saved a draft hands it to `wasSaved`: the server may keep it in
 * other words ('1,440' as 1440), which is nothing left to save.
 */
export function useTyped<Saved extends { version: number | null }, Draft>(
  whose: Whose,
  saved: Saved,
  draftOf: (saved: Saved) => Draft,
  begun?: () => void,
) {
  const [base, setBase] = useState(saved);
  const [typed, edit] = useState(() => draftOf(saved));
  const [sent, wasSaved] = useState<Draft | null>(null);
  const { say } = useToast();
  const from = draftOf(base);
  const unsaved = !same(typed, from);
  const key = keyOf(whose);
  const looked = useRef<string>(undefined);
  // What the browser kept is only known once the page is there.
  useEffect(() => {
    if (looked.current !== key) {
      looked.current = key;
      const found = keptTyping(kept(key), base.version, from);
      if (found === "replaced") {
        say({
          text: "What you had changed here was not put back.",
          detail: "Somebody saved other settings meanwhile.",
        });
      } else if (found) {
        edit(found);
        begun?.();
        say({ text: "What you had changed here was put back.", detail: "It is not saved yet." });
        return;
      }
    }
    keep(key, unsaved ? JSON.stringify({ version: base.version, from, typed }) : null);
  });
  function undo() {
    setBase(saved);
    edit(draftOf(saved));
    wasSaved(null);
    begun?.();
  }
  // Our own save arrives as what is saved: with nothing left to lose, go on from it.
  const isNew = base.version !== saved.version || !same(draftOf(saved), draftOf(base));
  if (isNew && (!unsaved || [draftOf(saved), sent].some((one) => same(typed, one)))) undo();
  return { base, typed, unsaved, edit, undo, wasSaved };
}
