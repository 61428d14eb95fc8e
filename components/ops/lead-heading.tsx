import { Fragment } from "react";
import type { Dossier } from "@/lib/documentation/dossier/dossier";
import { LEAD_STATUSES } from "@/lib/gate/status";
import { CATEGORIES } from "@/lib/standard/categories";
import { Chip } from "../ui/chip";
import { Delta } from "../ui/delta";
import { Marks } from "../ui/mark";

/** Who the lead is, how it is scored, and where it stands. */
export function LeadHeading({ dossier }: { dossier: Dossier }) {
  const { name, email, jobTitle, companyName, status, tier, score, trend, completeness } = dossier;
  const facts = [...new Set([jobTitle, companyName, name && email])].filter(Boolean);
  const marks = CATEGORIES.map(({ key, label }) => ({ name: label, state: completeness[key] }));
  return (
    <header className="mt-2 mb-4 min-w-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h1 className="min-w-0 text-name md:line-clamp-2 font-bold tracking-[-0.02em] wrap-anywhere">
          {name ?? email ?? "No name yet"}
        </h1>
        <Chip>{LEAD_STATUSES[status]}</Chip>
        <Marks marks={marks} />
      </div>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-soft">
        {facts.length > 0 && (
          <span className="wrap-anywhere md:line-clamp-2">
            {facts.map((fact, place) => (
              // Each by itself: two that are written from right to left would change places.
              <Fragment key={fact}>
                {place > 0 && " · "}
                <bdi>{fact}</bdi>
              </Fragment>
            ))}
          </span>
        )}
        {tier !== null && <span>Tier {tier}</span>}
        {score !== null && (
          <span className="inline-flex items-baseline gap-1.5">
            Score {score} {trend && <Delta trend={trend} by={trend} />}
          </span>
        )}
      </p>
    </header>
  );
}
