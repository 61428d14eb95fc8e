import { opsLeadAddress } from "@/lib/platform/address";
import { formatCount } from "@/lib/platform/format-number";
import type { NamedPreview } from "@/lib/scoring/preview";
import { tierWords } from "./icp-tier-matrix";

type MovingLeadsProps = { first: NamedPreview["first"]; moving: number; locale: string };

/** The newest leads that would move, each with its way there. */
export function MovingLeads({ first, moving, locale }: MovingLeadsProps) {
  if (first.length === 0) return null;
  const rest = moving - first.length;
  return (
    <>
      <h3 className="mt-4 mb-1 text-label font-semibold text-soft">The newest that move</h3>
      <ul className="text-small">
        {first.map(({ id, name, companyName, from, to }) => (
          <li key={id} className="flex gap-3 border-b border-line py-1 last:border-b-0">
            <a
              href={opsLeadAddress(id)}
              target="_blank"
              className="min-w-0 flex-1 truncate underline decoration-line-strong underline-offset-3 hover:decoration-ink"
              rel="noopener"
            >
              <bdi>{[name ?? "No name", companyName].filter(Boolean).join(", ")}</bdi>
            </a>
            <span className="shrink-0 text-soft">
              {tierWords(from)} <span aria-hidden="true">→</span>
              <span className="sr-only">to</span> {tierWords(to).toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="mt-1 text-small text-faint">
          and {formatCount(rest, "other", "others", locale)}
        </p>
      )}
    </>
  );
}
