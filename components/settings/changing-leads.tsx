import type { ReactNode } from "react";
import { opsLeadAddress } from "@/lib/platform/address";
import { formatCount } from "@/lib/platform/format-number";

type ChangingLeadsProps<Lead> = {
  title: string;
  /** The first of `all` that change. */
  first: readonly Lead[];
  all: number;
  /** What becomes of one. */
  change: (lead: Lead) => ReactNode;
  locale: string;
};

/** The first of the leads that a change of the model touches, each with its way there. */
export function ChangingLeads<
  Lead extends { id: string; name: string | null; companyName: string | null },
>({ title, first, all, change, locale }: ChangingLeadsProps<Lead>) {
  if (first.length === 0) return null;
  const rest = all - first.length;
  return (
    <>
      <h3 className="mt-4 mb-1 text-label font-semibold text-soft">{title}</h3>
      <ul className="text-small">
        {first.map((lead) => (
          <li key={lead.id} className="flex gap-3 border-b border-line py-1 last:border-b-0">
            <a
              href={opsLeadAddress(lead.id)}
              target="_blank"
              className="min-w-0 flex-1 truncate underline decoration-line-strong underline-offset-3 hover:decoration-ink"
              rel="noopener"
            >
              <bdi>{[lead.name ?? "No name", lead.companyName].filter(Boolean).join(", ")}</bdi>
            </a>
            {change(lead)}
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
