"use client";

import { useMemo, useRef, useState } from "react";
import type { UnsavedText } from "@/lib/documentation/unsaved/unsaved";
import { leftBehind, typedElsewhere } from "./typed-elsewhere";

/** Knows what the same person typed for a lead's summary on another page (O.3). */
export function useElsewhere() {
  const [elsewhere, setElsewhere] = useState<string | null>(null);
  const other = useRef<string | null>(null);
  const began = useRef<string | null>(null);
  const here = useRef<UnsavedText | null>(null);
  const desk = useMemo(() => {
    const know = (text: string | null) => {
      other.current = text;
      setElsewhere(text);
    };
    return {
      /** What this page put back when it was opened. */
      begin: (text: UnsavedText | null) => {
        began.current = text?.text ?? null;
      },
      /** What this page has by now. */
      type: (text: UnsavedText | null) => {
        here.current = text;
      },
      /** What the server keeps, once it has all that was typed here. */
      hear: (there: string | null) =>
        know(typedElsewhere({ here: here.current?.text ?? null, there }, other.current)),
      drop: () => know(null),
      /** What is to be kept when the page is left, of both; null where nothing has to be added. */
      behind: (): UnsavedText | null => {
        const texts = { here: here.current?.text ?? null, began: began.current };
        const text = leftBehind(texts, other.current);
        if (!here.current || text === null) return null;
        return { ...here.current, text, at: new Date().toISOString() };
      },
    };
  }, []);
  return { elsewhere, ...desk };
}
