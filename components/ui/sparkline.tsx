import { sparkPoints } from "./spark-points";

type SparklineProps = {
  values: readonly number[];
  /** What the line says, in words: "Score over 7 days, from 65 to 84". */
  label: string;
};

const WIDTH = 120;
const HEIGHT = 34;
const INSET = 3;

/** A history as a line, drawn by the server. The last point is dotted: that is now. */
export function Sparkline({ values, label }: SparklineProps) {
  const points = sparkPoints(values, WIDTH, HEIGHT, INSET);
  const last = points.at(-1);
  if (!last) return null;
  return (
    <svg
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="shrink-0 text-accent"
    >
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={last.x} cy={last.y} r="2.6" fill="currentColor" />
    </svg>
  );
}
