import type { ReactNode } from "react";
import { classNames } from "./class-names";

type StatProps = {
  label: ReactNode;
  value: string;
  /** What puts the number in its place: "93–96%, target 90%". */
  detail?: ReactNode;
  /** Only for what needs a person. */
  tone?: "calm" | "bad";
};

export function Stat({ label, value, detail, tone = "calm" }: StatProps) {
  const bad = tone === "bad";
  return (
    <dl className="min-w-0">
      <dt className="mb-1.5 text-label font-semibold text-soft">{label}</dt>
      <dd className={classNames("num text-stat font-bold tracking-[-0.02em]", bad && "text-bad")}>
        {value}
      </dd>
      {detail && (
        <dd className={classNames("num mt-0.5 text-small", bad ? "text-bad" : "text-faint")}>
          {detail}
        </dd>
      )}
    </dl>
  );
}
