import { WarnBar } from "@/components/ui/warn-bar";
import type { Viewer } from "@/lib/access/viewer";
import { waitingForRep } from "@/lib/gate/waiting/queries";
import { routingAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { formatCount } from "@/lib/platform/format-number";
import { openFallbacks } from "@/lib/routing/fallbacks/queries";

type NoticeProps = { lead: string; why: string; next: string };

const Notice = ({ lead, why, next }: NoticeProps) => (
  <div className="mb-4">
    <WarnBar tone="warn" lead={lead}>
      {why}{" "}
      <a href={routingAddress()} className="underline underline-offset-3">
        {next}
      </a>
    </WarnBar>
  </div>
);

/** Says before anything else that leads were routed by fallback, or that no rep has access. */
export async function FallbackNotice({ viewer }: { viewer: Viewer }) {
  const [byFallback, waiting] = await Promise.all([
    openFallbacks(viewer),
    waitingForRep(viewer, systemClock()),
  ]);
  const leads = (count: number) => formatCount(count, "lead", "leads", viewer.locale);
  return (
    <>
      {waiting > 0 && (
        <Notice
          lead={`${leads(waiting)} without a rep`}
          why="No rep has access."
          next="See which"
        />
      )}
      {byFallback > 0 && (
        <Notice
          lead={`${leads(byFallback)} routed by fallback`}
          why="No rule found anybody."
          next="See why, and route again"
        />
      )}
    </>
  );
}
