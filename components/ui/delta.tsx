import { classNames } from "./class-names";

const directions = {
  rising: { sign: "▲", colour: "text-good" },
  stable: { sign: "—", colour: "text-faint" },
  decaying: { sign: "▼", colour: "text-bad" },
} as const;

type DeltaProps = { trend: keyof typeof directions; by?: string };

/** The trend by shape and number: "▲ 19" (C4.5). `by` comes ready-made, without its sign. */
export function Delta({ trend, by }: DeltaProps) {
  const { sign, colour } = directions[trend];
  return (
    <span className={classNames("num text-small whitespace-nowrap", colour)}>
      <span aria-hidden="true">{sign} </span>
      <span className="sr-only">{trend} </span>
      {by}
    </span>
  );
}
