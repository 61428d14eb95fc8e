import { useEffect, useState } from "react";
import { queueReachAddress } from "@/lib/platform/address";
import type { RowReach } from "./row-reach";

/** What is known of how to reach a lead: on its way, why it did not come, or all of it. */
export type KnownReach = "coming" | { problem: string } | RowReach;

const NO_CONNECTION = { problem: "No connection. It is asked for again when the network is back." };
const NO_ANSWER = { problem: "No answer came. Open the lead for it." };

/** Asks how to reach a lead, and again when the network is back. */
export function useReach(leadId: string): KnownReach {
  const [known, setKnown] = useState<{ leadId: string; reach: KnownReach }>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = async () => {
      const reach = await reachOf(leadId, signal);
      if (!signal.aborted) setKnown({ leadId, reach });
    };
    void ask();
    addEventListener("online", ask, { signal });
    return () => leaving.abort();
  }, [leadId]);
  return known?.leadId === leadId ? known.reach : "coming";
}

async function reachOf(leadId: string, signal: AbortSignal): Promise<KnownReach> {
  try {
    const answer = await fetch(queueReachAddress(leadId), { signal });
    return answer.ok ? ((await answer.json()) as RowReach) : NO_ANSWER;
  } catch {
    return NO_CONNECTION;
  }
}
