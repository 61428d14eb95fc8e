"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { workAddress } from "@/lib/platform/address";
import { WarnBar } from "../ui/warn-bar";
import { TakeOver } from "./take-over";

/** How often it is said that somebody still works here: well within the time a claim lasts. */
const EVERY_MS = 60_000;

/** Says that one works on a lead; the name of whoever is on it already, or null. */
async function sayAtWork(leadId: string): Promise<string | null> {
  const answer = await fetch(workAddress(), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ leadId }),
  });
  if (!answer.ok) return null;
  const { by } = (await answer.json()) as { by: string | null };
  return by;
}

/**
 * Claims the lead whose page is open, and keeps the claim while something is done on it. Where
 * somebody else is on it, says so and offers to take it over (O.1).
 */
export function AtWork({ leadId }: { leadId: string }) {
  const [by, setBy] = useState<string | null>(null);
  const { refresh } = useRouter();

  useEffect(() => {
    let worked = true;
    let gone = false;
    const note = () => {
      worked = true;
    };
    async function tell() {
      if (!worked) return;
      worked = false;
      // Without an answer nothing is known; the next beat asks again.
      const holder = await sayAtWork(leadId).catch(() => null);
      if (!gone) setBy(holder);
    }
    void tell();
    const beat = setInterval(() => void tell(), EVERY_MS);
    document.addEventListener("keydown", note);
    document.addEventListener("pointerdown", note);
    return () => {
      gone = true;
      clearInterval(beat);
      document.removeEventListener("keydown", note);
      document.removeEventListener("pointerdown", note);
    };
  }, [leadId]);

  if (!by) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <WarnBar tone="warn" lead={`${by} is on it`}>
        the next one of the list is free.
      </WarnBar>
      <TakeOver
        leadId={leadId}
        from={by}
        onTaken={() => {
          setBy(null);
          refresh();
        }}
      />
    </div>
  );
}
