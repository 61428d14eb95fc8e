import { instant } from "@/lib/intake/instant";
import { type Loose, textOf } from "@/lib/intake/tracking/loose";
import type { Merged } from "../source";

const NUMBER = /^\d{1,15}$/;

/**
 * Which contact a line of the audit log says was merged into which: `object_id` was, into what its
 * details name. The log holds them as PHP writes them, `a:1:{s:11:"merged_into";i:5;}`; null where it
 * says nothing of the kind.
 */
export function mergeOf(line: Loose): Merged | null {
  const id = textOf(line, "object_id") ?? "";
  const { details } = line;
  const text = typeof details === "string" ? details : JSON.stringify(details ?? null);
  const into = /"merged_into"\W{1,4}(?:[is]:(?:\d+:")?)?"?(\d{1,15})/.exec(text)?.[1];
  const at = instant(textOf(line, "date_added") ?? "");
  if (!NUMBER.test(id) || !into || into === id || !at.ok) return null;
  return { stream: "contacts", id, into, at: at.at };
}
