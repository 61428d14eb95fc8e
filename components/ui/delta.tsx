import { classNames } from "./class-names";

type DeltaProps = { trend: "rising" | "stable" | "decaying"; by?: string; className?: string };

/** The trend by shape and number: "▲ 19" (C4.5). `by` comes ready-made, without its sign. */
export function Delta({ trend, by, className }: DeltaProps) {
  return <span className={classNames("delta", `delta-${trend}`, className)}>{by}</span>;
}
