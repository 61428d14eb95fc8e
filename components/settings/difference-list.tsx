import type { Difference } from "@/lib/scoring/model/model-difference";

function words({ what, before, after }: Difference): string {
  if (before === null) return `Added ‘${what}’: ${after}`;
  if (after === null) return `Removed ‘${what}’: ${before}`;
  return `${what}: ${before} → ${after}`;
}

type DifferenceListProps = { differences: readonly Difference[]; label: string };

/** What differs between two versions of the model, a line each. */
export function DifferenceList({ differences, label }: DifferenceListProps) {
  if (differences.length === 0) return null;
  return (
    <ul aria-label={label} className="mt-1 text-small text-soft">
      {differences.map((one) => (
        <li key={`${one.what} ${one.before} ${one.after}`} className="wrap-anywhere">
          {words(one)}
        </li>
      ))}
    </ul>
  );
}
