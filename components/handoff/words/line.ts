import type { AttemptKind } from "@/lib/handoff/outcome";
import type { Snapshot } from "@/lib/handoff/snapshot";
import type { FieldId } from "@/lib/standard/categories";
import type { TrustProps } from "../../ui/trust";
import { fieldState, type Reading, shown } from "./field-state";

/** Words that stand for a list, which comes up when one points at them. */
export type ExplainedWords = { words: string; label: string; lines: readonly string[] };

/** A part of a value, or in its place that it is not there, which can be reported under `label`. */
export type Piece = string | { label: string; words: string };

/** One line of a handoff in the reader's words: all that the page draws of it. */
export type LineWords = {
  /** Of what can be reported missing. */
  id?: FieldId;
  label: string;
  words: string;
  /** Nothing is there, and the words say so; loud where the standard wanted it. */
  absent?: "wanted" | "unknown";
  trust?: TrustProps;
  doubt?: string;
  link?: { href: string; kind: AttemptKind; kbd?: string; strong?: true };
  look?: "strong" | "bad" | "above";
  /** In place of the words, with a comma between them. */
  pieces?: readonly Piece[];
  /** ISO 8601, and exactly in words: the words are a time. */
  time?: { at: string; exact: string };
  explained?: ExplainedWords;
  /** Goes on after the words: plainly, and fainter. */
  after?: string;
  faint?: string;
  /** Fainter, on lines of their own. */
  below?: readonly string[];
  /** Every rule that was asked. */
  path?: readonly string[];
};

type More = Omit<Partial<LineWords>, "id" | "label" | "absent" | "trust">;

/**
 * A field's line: its value with its trust, or in words that it is not there. `more` says how a
 * value is drawn; it is asked only where there is one.
 */
export function lineWords(
  id: FieldId,
  label: string,
  snapshot: Snapshot,
  reading: Reading,
  more: (words: string) => More = () => ({}),
): LineWords {
  const state = fieldState(id, snapshot, reading);
  const { words } = state;
  if (!state.there) return { id, label, words, absent: state.wanted ? "wanted" : "unknown" };
  const trust = shown(state.trust);
  return { id, label, words, trust, ...(state.doubt && { doubt: state.doubt }), ...more(words) };
}
