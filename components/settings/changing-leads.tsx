import type { ReactNode } from "react";
import { opsLeadAddress } from "@/lib/platform/address";
import { FirstOf } from "./first-of";

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
  return (
    <FirstOf title={title} shown={first.length} all={all} locale={locale}>
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
    </FirstOf>
  );
}
