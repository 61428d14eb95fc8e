import { classNames } from "./class-names";

export type MarkState = "complete" | "partial" | "absent";

const colours: Record<MarkState, string> = {
  complete: "text-good",
  partial: "text-warn",
  absent: "text-bad",
};

function Disc({
  state,
  title,
  className,
}: {
  state: MarkState;
  title: string;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 0 12 12"
      className={classNames("size-[11px] shrink-0", colours[state], className)}
      aria-hidden="true"
    >
      <title>{title}</title>
      <circle
        cx="6"
        cy="6"
        r="5"
        fill={state === "complete" ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="2"
      />
      {state === "partial" && <path d="M6 1a5 5 0 0 0 0 10z" fill="currentColor" />}
    </svg>
  );
}

/** Shape first: full, half, ring. It reads the same in grey, in print and aloud. */
export function Mark({ state }: { state: MarkState }) {
  return (
    <span role="img" aria-label={state} className="inline-flex align-[-1px]">
      <Disc state={state} title={state} />
    </span>
  );
}

export type NamedMark = { name: string; state: MarkState };

/** Several in a row, such as the five categories; spoken as one sentence. */
export function Marks({ marks }: { marks: readonly NamedMark[] }) {
  return (
    <span role="img" aria-label={spokenMarks(marks)} className="inline-flex gap-1 align-[-1px]">
      {marks.map(({ name, state }) => (
        <Disc key={name} state={state} title={`${name}: ${state}`} />
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
