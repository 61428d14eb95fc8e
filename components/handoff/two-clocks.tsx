import type { HandoffView } from "@/lib/handoff/view";
import { formatDuration } from "@/lib/platform/format";
import { responseWindow } from "@/lib/sla/standing";
import { workingMsBetween } from "@/lib/sla/working-time";

const SECOND = 1000;

/** Marketing's clock and sales' clock, side by side (G.6): neither hides behind the other. */
export function TwoClocks({ view, now }: { view: HandoffView; now: Date }) {
  const { snapshot, routedAt, attempts } = view;
  const captured = new Date(snapshot.capturedAt).getTime();
  const marketing = formatDuration((routedAt.getTime() - captured) / SECOND);
  const window = responseWindow(
    view,
    attempts.map(({ at }) => at),
    now,
  );
  const elapsed = formatDuration(workingMsBetween(view.calendar, routedAt, now) / SECOND);
  const sales =
    window.state === "stopped"
      ? formatDuration(window.tookMs / SECOND)
      : // Whoever decides without trying is not still on the clock, and was not fast either.
        view.decision
        ? "logged no attempt"
        : `${elapsed} so far`;
  return (
    <dl className="num flex flex-wrap gap-x-3 text-faint md:justify-end">
      <div className="flex gap-1" title="From the capture to the routing">
        <dt>Marketing took</dt>
        <dd className="text-soft">{marketing}</dd>
      </div>
      <div
        className="flex gap-1"
        title="From the routing to the first attempt, in the rep's working time"
      >
        <dt>Sales</dt>
        <dd className="text-soft">{sales}</dd>
      </div>
    </dl>
  );
}
