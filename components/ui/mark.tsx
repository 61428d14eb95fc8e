export type MarkState = "complete" | "partial" | "absent";

const looks: Record<MarkState, string> = {
  complete: "mark mark-complete",
  partial: "mark mark-partial",
  absent: "mark mark-absent",
};

/** Shape first: full, half, ring. It reads the same in grey, in print and aloud. */
export function Mark({ state }: { state: MarkState }) {
  return (
    <span role="img" aria-label={state} className="inline-flex align-[-1px]">
      <i className={looks[state]} title={state} />
    </span>
  );
}

export type NamedMark = { name: string; state: MarkState };

/** Several in a row, such as the five categories; spoken as one sentence. */
export function Marks({ marks }: { marks: readonly NamedMark[] }) {
  return (
    <span role="img" aria-label={spokenMarks(marks)} className="inline-flex gap-1 align-[-1px]">
      {marks.map(({ name, state }) => (
        <i key={name} className={looks[state]} title={`${name}: ${state}`} />
      ))}
    </span>
  );
}

/** "All 5 complete", or the exceptions: "4 of 5 complete; Handoff metadata partial". */
export function spokenMarks(marks: readonly NamedMark[]): string {
  const open = marks.filter(({ state }) => state !== "complete");
  if (open.length === 0) return `All ${marks.length} complete`;
  const exceptions = open.map(({ name, state }) => `${name} ${state}`).join(", ");
  return `${marks.length - open.length} of ${marks.length} complete; ${exceptions}`;
}
