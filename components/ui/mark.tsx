export type MarkState = "complete" | "partial" | "absent";

/** Shape first: full, half, ring. It reads the same in grey, in print and aloud. */
export function Mark({ state }: { state: MarkState }) {
  return <span role="img" aria-label={state} className={`mark mark-${state}`} />;
}

export type NamedMark = { name: string; state: MarkState };

/** The five categories in a row; spoken as one sentence. */
export function Marks({ marks }: { marks: readonly NamedMark[] }) {
  const spoken = spokenMarks(marks);
  return (
    <span
      role="img"
      aria-label={spoken}
      className={`marks ${marks.map(({ state }, place) => `${state}-${place + 1}`).join(" ")}`}
    />
  );
}

/** "All 5 complete", or the exceptions: "4 of 5 complete; Handoff metadata partial". */
export function spokenMarks(marks: readonly NamedMark[]): string {
  const open = marks.filter(({ state }) => state !== "complete");
  if (open.length === 0) return `All ${marks.length} complete`;
  const exceptions = open.map(({ name, state }) => `${name} ${state}`).join(", ");
  return `${marks.length - open.length} of ${marks.length} complete; ${exceptions}`;
}
