import { createHash } from "node:crypto";
import { instant } from "@/lib/intake/instant";
import { externalIdOf } from "../external-id";

/**
 * What makes something that a contact did one: Mautic numbers it neither in its webhooks nor, of page
 * hits in older versions, in its list. So it is one by whose it is, what it was and in which second;
 * told by webhook and read back, it counts once. Opening a mail again is the same opening.
 */
export function mauticDid(
  connectionId: string,
  { contactId, at, kind, of }: { contactId: unknown; at: unknown; kind: string; of: string },
) {
  const text = typeof at === "string" ? at : "";
  const told = instant(text);
  const second = told.ok ? Math.floor(told.at.getTime() / 1_000) : text;
  const what = createHash("sha256")
    .update(JSON.stringify([kind, of, second]))
    .digest("hex");
  const leadExternalId = externalIdOf("mautic", connectionId, String(contactId));
  return {
    id: `${leadExternalId}-${what.slice(0, 40)}`,
    leadExternalId,
    kind,
    occurredAt: at,
    // Of the two ways it comes by, neither is another source.
    source: "Mautic",
  };
}

export const pathOf = (url: string) => (URL.canParse(url) ? new URL(url).pathname : url);
