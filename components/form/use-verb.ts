"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { Outcome } from "@/lib/access/outcome";
import { answerOf } from "./answer";

/**
 * Performs a verb of the server and then shows the page as it is now, or goes on to `goTo`.
 * Never throws: what went wrong comes back in words.
 */
export function useVerb() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  function perform<T>(verb: () => Promise<Outcome<T>>, goTo?: string): Promise<Outcome<T>> {
    return new Promise((resolve) => {
      startTransition(async () => {
        const outcome = await answerOf(verb);
        resolve(outcome);
        // After a refusal the page stays: signed out, a new one would take the reader away from it.
        if (!outcome.ok) return;
        if (goTo) router.push(goTo);
        else router.refresh();
      });
    });
  }
  return { perform, pending };
}
