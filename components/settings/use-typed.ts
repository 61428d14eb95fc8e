import { useState } from "react";

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is typed from what is saved, until it is saved itself: a version that somebody else saves
 * meanwhile does not take it away. `draftOf` makes what stands in the fields of what is saved, `base`
 * is the version that the changes are made from, `begun` is called when they begin anew.
 */
export function useTyped<Saved extends { version: number | null }, Draft>(
  saved: Saved,
  draftOf: (saved: Saved) => Draft,
  begun?: () => void,
) {
  const [base, setBase] = useState(saved);
  const [typed, edit] = useState(() => draftOf(saved));
  const unsaved = !same(typed, draftOf(base));
  function undo() {
    setBase(saved);
    edit(draftOf(saved));
    begun?.();
  }
  // Our own save arrives as what is saved: with nothing left to lose, go on from it.
  const isNew = base.version !== saved.version || !same(draftOf(saved), draftOf(base));
  if (isNew && (!unsaved || same(typed, draftOf(saved)))) undo();
  return { base, typed, unsaved, edit, undo };
}
