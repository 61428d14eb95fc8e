import { leadAddress } from "@/lib/platform/address";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import type { RoutingTrial as Trial } from "@/lib/routing/trial/replay";

type RoutingTrialProps = { trial: Trial; locale: string };

function PeopleTable({ trial: { people }, locale }: RoutingTrialProps) {
  return (
    <table aria-label="Leads by rep, then and now" className="num mt-2 w-full text-small">
      <thead>
        <tr className="border-b border-line text-left text-faint">
          <th className="py-1 font-normal">Rep</th>
          <th className="py-1 text-right font-normal">Then</th>
          <th className="py-1 text-right font-normal">With these rules</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ name, before, after }) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal wrap-anywhere">
              {name}
            </th>
            <td className="py-1 text-right">{formatNumber(before, locale)}</td>
            <td className={before === after ? "py-1 text-right" : "py-1 text-right font-semibold"}>
              {formatNumber(after, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Moved({ trial: { first, moved }, locale }: RoutingTrialProps) {
  if (first.length === 0) return null;
  const rest = moved - first.length;
  return (
    <>
      <h3 className="mt-4 mb-1 text-label font-semibold text-soft">The newest that move</h3>
      <ul className="text-small">
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
      </ul>
      {rest > 0 && (
        <p className="mt-1 text-small text-faint">
          and {formatCount(rest, "other", "others", locale)}
        </p>
      )}
    </>
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
      <PeopleTable trial={trial} locale={locale} />
      <p className="mt-1 text-small text-faint">
        Each by the hours and absences of its own time. Caps are today’s; a lead counts as open for
        as long as it was then, whoever gets it.
      </p>
      <Moved trial={trial} locale={locale} />
    </>
  );
}
