import { EmptyState } from "../../ui/empty-state";

type CrmMapListProps = { rows: readonly { label: string; to: string; fault: string | null }[] };

/** A field map to be read only. */
export function CrmMapList({ rows }: CrmMapListProps) {
  if (rows.length === 0)
    return <EmptyState title="No value goes to a field of its own.">The note has all.</EmptyState>;
  return (
    <ul aria-label="Field map" className="max-w-4xl border-t border-line">
      {rows.map(({ label, to, fault }) => (
        <li key={to} className="border-b border-line py-2">
          <span className="flex flex-wrap gap-x-3">
            <span className="w-64">{label}</span>
            <span className="text-soft">{to}</span>
          </span>
          {fault !== null && (
            <span className="block text-small text-bad">
              {to} {fault}.
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
