"use client";

import { useEffect, useState } from "react";
import type { Outcome } from "@/lib/access/outcome";
import { answerOf } from "../form/answer";

/** So long after the last key it is asked. */
const PAUSE_MS = 500;

type Answered<T> = { of: string; value: T } | { of: string; reason: string };

/**
 * Asks what `given` would change, once the typing pauses; nothing is asked while it is null. An
 * answer to what was typed before is dropped. `ask` is the same function at each rendering.
 */
export function useTried<G, T>(given: G | null, ask: (given: G) => Promise<Outcome<T>>) {
  const [answered, setAnswered] = useState<Answered<T> | null>(null);
  const of = given === null ? null : JSON.stringify(given);
  useEffect(() => {
    if (of === null) return;
    let over = false;
    const timer = setTimeout(async () => {
      const answer = await answerOf(() => ask(JSON.parse(of)));
      if (over) return;
      setAnswered(answer.ok ? { of, value: answer.value } : { of, reason: answer.reason });
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [of, ask]);
  const shown = of === null ? null : answered;
  return {
    tried: shown && "value" in shown ? shown.value : null,
    refusal: shown && "reason" in shown ? shown.reason : null,
    pending: of !== null && answered?.of !== of,
  };
}
