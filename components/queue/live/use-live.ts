"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { LiveSource, type LiveState } from "./live-source";
import { onlyOneHidden } from "./only-one-hidden";

/**
 * Keeps hearing what changes in the reader's own queue, from the cursor `since` on, while the
 * page is open. `query` is the list's, as in its address.
 */
export function useLive(
  personId: string,
  query: string,
  since: string,
  on: (event: string, data: unknown) => void,
): LiveState {
  const [state, setState] = useState<LiveState>("opening");
  const told = useEffectEvent(on);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page made anew goes on hearing from where it is.
  useEffect(() => {
    const source = new LiveSource(`/api/live?by=${personId}&${query}`, since, {
      on: (event, data) => told(event, data),
      onState: setState,
    });
    const leave = onlyOneHidden(source.resume, source.pause);
    return () => {
      leave();
      source.close();
    };
  }, [personId, query]);
  return state;
}
