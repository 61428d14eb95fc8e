import type { Difference } from "@/lib/standard/versions/difference";

type DifferenceListProps = { label: string; changes: readonly Difference[]; none: string };

/** What one version says otherwise than another, a line each (D.2). */
export function DifferenceList({ label, changes, none }: DifferenceListProps) {
  if (changes.length === 0) return <p className="text-small text-faint">{none}</p>;
  return (
    <ul aria-label={label} className="text-small">
      {changes.map(({ text, part }) => (
        <li key={text} className="border-b border-line py-1.5 wrap-anywhere last:border-b-0">
          {part === "gate" ? <strong className="font-semibold">{text}</strong> : text}
        </li>
      ))}
    </ul>
  );
}
