import type { TrendLine } from "./trend";

type PointDotProps = {
  line: TrendLine;
  /** The place of the point, and where it is drawn. */
  index: number;
  cx: number;
  cy: number;
  href: string | undefined;
};

/** Large enough to hit, small enough to leave its neighbours theirs. */
const REACH = 7;

/**
 * A point of a line: what chance does not explain is seen as a dot, and each leads to its leads. For
 * keys and screen readers the same links stand in the table.
 */
export function PointDot({ line, index, cx, cy, href }: PointDotProps) {
  const isOpen = (place: number) => (line.rates[place] ?? null) === null;
  const alone = isOpen(index - 1) && isOpen(index + 1);
  return (
    <g>
      {line.outside?.includes(index) && (
        <circle cx={cx} cy={cy} r={4} fill="var(--bad)" stroke="var(--paper)" />
      )}
      {/* No stroke reaches what has no neighbours. */}
      {alone && <circle cx={cx} cy={cy} r={2} fill="var(--faint)" />}
      {href && (
        <a href={href} tabIndex={-1} aria-label={line.name}>
          <circle cx={cx} cy={cy} r={REACH} fill="transparent" className="cursor-pointer" />
        </a>
      )}
    </g>
  );
}
