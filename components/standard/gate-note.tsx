import type { CategoryKey } from "@/lib/standard/categories";

const ALSO: Partial<Record<CategoryKey, string>> = {
  behavioralTrail: "a drafted summary will do",
  handoffMetadata: "but for what comes with the routing",
};

/** Whether a category holds leads at the gate (G.1, G.4), with what is let by. */
export function GateNote({ category, gates }: { category: CategoryKey; gates: boolean }) {
  if (!gates) return <span className="text-label text-faint">Does not hold leads</span>;
  const also = ALSO[category];
  return (
    <span className="text-label text-soft">
      <span className="font-semibold text-ink">Holds leads</span>
      {also && <span>, {also}</span>}
    </span>
  );
}
