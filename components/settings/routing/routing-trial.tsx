import { leadAddress } from "@/lib/platform/address";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import type { RoutingTrial as Trial } from "@/lib/routing/trial/replay";
import { BeforeAfter } from "../before-after";
import { FirstOf } from "../first-of";

type RoutingTrialProps = { trial: Trial; locale: string };

function Moved({ trial: { first, moved }, locale }: RoutingTrialProps) {
  return (
    <FirstOf title="The newest that move" shown={first.length} all={moved} locale={locale}>
      {first.map(({ leadId, name, companyName, before, after, reason }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lead may have been handed off twice
        <li key={`${leadId} ${at}`} className="border-b border-line py-1 last:border-b-0">
          <a
            href={leadAddress(leadId)}
            target="_blank"
            className="underline decoration-line-strong underline-offset-3 wrap-anywhere hover:decoration-ink"
            rel="noopener"
          >
            <bdi>{[name, companyName].filter(Boolean).join(", ")}</bdi>
          </a>
          <span className="block text-soft wrap-anywhere">
            {before} <span aria-hidden="true">→</span>
            <span className="sr-only">to</span> {after}: {reason}
          </span>
        </li>
      ))}
    </FirstOf>
  );
}

/** Who would have got the leads handed off last. */
export function RoutingTrial({ trial, locale }: RoutingTrialProps) {
  const { leads, moved, expected, byFallback } = trial;
  if (leads === 0) return <p className="mt-2 text-small">No lead was handed off yet.</p>;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <>
      <p className="mt-2 text-small">
        <strong className="font-semibold">
          {number(moved)} of the last {formatCount(leads, "lead", "leads", locale)} would go to
          somebody else.
        </strong>{" "}
        With the rules in force it is {number(expected)}.
      </p>
      {byFallback > 0 && (
        <p className="text-small font-medium text-warn">
          {formatCount(byFallback, "lead", "leads", locale)} would be routed by fallback.
        </p>
      )}
      <BeforeAfter
        label="Leads by rep, then and now"
        heads={["Rep", "Then", "With these rules"]}
        rows={trial.people}
        locale={locale}
      />
      <p className="mt-1 text-small text-faint">
        Each by the hours and absences of its own time. Caps are today’s; a lead counts as open for
        as long as it was then, whoever gets it.
      </p>
      <Moved trial={trial} locale={locale} />
    </>
  );
}
