"use client";

import { useEffect, useState } from "react";
import { findLeadsAddress, leadAddress } from "@/lib/platform/address";
import type { FoundLead } from "@/lib/queue/reach";
import type { PaletteItem } from "./palette-items";

const PAUSE_MS = 120;

type Found = { words: string; leads: PaletteItem[]; failed: boolean };

const itemOf = ({ leadId, name, companyName, open }: FoundLead): PaletteItem => ({
  id: leadId,
  label: name,
  detail: open ? companyName : `${companyName}, decided`,
  href: leadAddress(leadId),
});

/** The reader's own leads that are called like that, once they pause; none before two letters. */
export function useFoundLeads(words: string): Omit<Found, "words"> {
  const [found, setFound] = useState<Found>({ words: "", leads: [], failed: false });
  const asked = words.trim();
  useEffect(() => {
    if (asked.length < 2) return;
    const leaving = new AbortController();
    const ask = async () => {
      const answer = await fetch(findLeadsAddress(asked), { signal: leaving.signal });
      if (!answer.ok) throw new Error("No answer.");
      const leads = ((await answer.json()) as FoundLead[]).map(itemOf);
      setFound({ words: asked, leads, failed: false });
    };
    const timer = setTimeout(() => {
      ask().catch(() => {
        if (!leaving.signal.aborted) setFound({ words: asked, leads: [], failed: true });
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked]);
  return asked.length < 2 ? { leads: [], failed: false } : found;
}
