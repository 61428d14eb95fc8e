import type { ReactNode } from "react";
import type { Snapshot } from "@/lib/handoff/snapshot";
import type { FieldId } from "@/lib/standard/categories";
import { fieldState, type Reading } from "./field-state";
import { AbsentField, ShownField } from "./shown-field";

type FieldLineProps = {
  id: FieldId;
  label: string;
  snapshot: Snapshot;
  reading: Reading;
  /** Draws the value otherwise than as its words: a link, a warning. */
  children?: (words: string) => ReactNode;
  /** What belongs to the value, on lines of its own. */
  below?: ReactNode;
};

/** One field: its name, its value with its trust, or in words that it is not there. */
export function FieldLine({ id, label, snapshot, reading, children, below }: FieldLineProps) {
  const state = fieldState(id, snapshot, reading);
  const { words } = state;
  if (!state.there) return <AbsentField {...{ id, label, words }} wanted={state.wanted} />;
  const { from: _, ...trust } = state.trust;
  return (
    <ShownField {...{ id, label, trust, below }} {...(state.doubt && { doubt: state.doubt })}>
      {children?.(words) ?? words}
    </ShownField>
  );
}
