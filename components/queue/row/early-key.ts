import { useEffect } from "react";
import { shortcutKey } from "../../shell/shortcut-key";
import { OPEN_DIALOG } from "../../ui/open-dialog";

/** The keys of the buttons that a row's bar will have. */
const KEYS = "ceilar";
/** Whoever pressed so long ago has gone on, and would not know any more why something opens. */
const HELD_MS = 5_000;

let early: { leadId: string; key: string; at: number } | undefined;

/**
 * Stands in for the bar of a row whose code is still on its way: what is pressed meanwhile is not
 * lost. Another key takes it back, as does another row.
 */
export function EarlyKey({ line: { leadId } }: { line: { leadId: string } }) {
  useEffect(() => {
    early = undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const hold = (event: KeyboardEvent) => {
      const key = shortcutKey(event, event.target);
      const isOurs = key && KEYS.includes(key) && !document.querySelector(OPEN_DIALOG);
      early = isOurs ? { leadId, key, at: event.timeStamp } : undefined;
    };
    addEventListener("keydown", hold, { signal });
    addEventListener("pointerdown", () => (early = undefined), { signal });
    return () => leaving.abort();
  }, [leadId]);
  return null;
}

/** The key that was pressed for this lead before its buttons were there; once. */
export function takeEarlyKey(leadId: string): string | undefined {
  const held = early;
  early = undefined;
  return held?.leadId === leadId && performance.now() - held.at < HELD_MS ? held.key : undefined;
}
