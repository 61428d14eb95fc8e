import { PlainLink } from "@/components/ui/plain-link";
import { WarnBar } from "@/components/ui/warn-bar";
import type { Viewer } from "@/lib/access/viewer";
import { routingAddress } from "@/lib/platform/address";
import { formatCount } from "@/lib/platform/format-number";
import { openFallbacks } from "@/lib/routing/fallbacks/queries";

/** Says before anything else that leads were routed by fallback; nothing where none was. */
export async function FallbackNotice({ viewer }: { viewer: Viewer }) {
  const count = await openFallbacks(viewer);
  if (count === 0) return null;
  const leads = formatCount(count, "lead", "leads", viewer.locale);
  return (
    <div className="mb-4">
      <WarnBar tone="warn" lead={`${leads} routed by fallback`}>
        No rule found anybody.{" "}
        <PlainLink href={routingAddress()} className="underline underline-offset-3">
          See why, and route again
        </PlainLink>
      </WarnBar>
    </div>
  );
}
