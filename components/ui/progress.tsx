import { Bar } from "./bar";
import { classNames } from "./class-names";

type ProgressProps = {
  /** What is under way: "Importing leads.csv". */
  label: string;
  done: number;
  /** Unknown while the length is not known yet. */
  total?: number;
  /** In words: "3,200 of 8,000 rows". */
  detail?: string;
  className?: string;
};

export function Progress({ label, done, total, detail, className }: ProgressProps) {
  return (
    <div className={classNames("flex flex-col gap-1.5", className)}>
      <div className="flex justify-between gap-4 text-small">
        <span>{label}</span>
        {detail && <span className="num text-faint">{detail}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={total === undefined ? undefined : done}
        aria-valuetext={detail}
      >
        <Bar ratio={total ? done / total : 0.4} busy={total === undefined} />
      </div>
    </div>
  );
}
