import type { ReactNode } from "react";
import type { Snapshot } from "@/lib/handoff/snapshot";
import type { FieldId } from "@/lib/standard/categories";
import { FieldRow } from "../ui/fields";
import { Trust } from "../ui/trust";
import { FieldName, ReportMissing } from "./field-name";
import { type FieldState, fieldState, type Reading } from "./field-state";

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
  return (
    <FieldRow name={<FieldName id={id} label={label} />}>
      {state.there ? (
        <>
          {children?.(state.words) ?? state.words} <Trust {...state.trust} />
          {state.doubt && <span className="block text-warn">{state.doubt}</span>}
          {below}
        </>
      ) : (
        <Absent state={state} id={id} label={label} />
      )}
    </FieldRow>
  );
}

type AbsentProps = { state: FieldState & { there: false }; id: FieldId; label: string };

/** Loud only where the standard wanted it. */
export function Absent({ state, id, label }: AbsentProps) {
  return (
    <>
      <span className={state.wanted ? "font-medium text-bad" : "text-faint"}>{state.words}</span>
      <ReportMissing id={id} label={label} />
    </>
  );
}
