import { EndedHooks } from "@/components/connections/ended-hooks";
import { hookLine } from "@/components/connections/hook-line";
import { HookTable } from "@/components/connections/hook-table";
import { StuckRecords } from "@/components/connections/stuck-records";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { crmDays, stuckOutgoing } from "@/lib/connections/outbox/standing/queries";
import { endedHooks } from "@/lib/connections/rest-hooks/queries";
import { restHook } from "@/lib/connections/rest-hooks/rest-hook";
import type { ConnectionView } from "@/lib/connections/view";

/** What did not arrive, as much as is listed. */
const LISTED = 20;

type HookSectionProps = { hooks: readonly ConnectionView[]; viewer: Viewer; now: Date };

/** The addresses that subscribed to what Baton tells, and what has not reached them. */
export async function HookSection({ hooks, viewer, now }: HookSectionProps) {
  const [days, stuck, ended] = await Promise.all([
    crmDays(viewer, now),
    stuckOutgoing(viewer, [restHook.id], LISTED),
    endedHooks(viewer, now),
  ]);
  const mayConnect = may(viewer, "connect systems");
  return (
    <Section
      title="Subscribed to handoffs"
      aside={
        <a href="/api/v1/docs#hooks" className="underline underline-offset-3 hover:text-ink">
          How to subscribe
        </a>
      }
      className="mt-10 min-w-0"
    >
      <HookTable
        lines={hooks.map((view) => hookLine(view, days.get(view.id), mayConnect, viewer, now))}
      />
      <StuckRecords
        title="Events that did not arrive"
        records={stuck}
        mayRetry={may(viewer, "document leads")}
        now={now}
        reader={viewer}
      />
      <EndedHooks hooks={ended} reader={viewer} now={now} />
    </Section>
  );
}
