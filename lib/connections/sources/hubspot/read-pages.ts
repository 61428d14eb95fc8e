import { z } from "zod";
import { type Failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { textOf } from "@/lib/intake/tracking/loose";
import { externalIdOf } from "../external-id";
import { idText, itemsOf } from "../items";
import { readableActivity } from "../readable";
import type { SourcePage, SourceQuestion } from "../source";
import { timeOf } from "../their-time";
import { afterWindow, halfOf, windowAt } from "../window";
import { askHubspot, type HubspotApi } from "./ask";

const PAGE = 100;

const pageViews = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
});
const pageView = z.object({
  id: idText,
  objectType: z.string().nullish().catch(null),
  objectId: idText,
  occurredAt: z.string(),
  properties: z.record(z.string(), z.unknown()).catch({}),
});
type PageView = z.infer<typeof pageView>;

/**
 * A page of what contacts viewed (GET /events/v3/events), all contacts at once. Many properties are
 * "", which says nothing.
 */
export async function readPageViews(
  api: HubspotApi & { connectionId: string },
  { position, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const at = windowAt(position, now);
  const query = {
    eventType: "e_visited_page",
    occurredAfter: new Date(at.from).toISOString(),
    occurredBefore: new Date(at.to).toISOString(),
    limit: String(PAGE),
    after: at.token,
  };
  const reply = await askHubspot(api, "/events/v3/events", { query }, signal);
  const empty = { records: [], activities: [], refused: [], passedOver: 0 };
  if (isFailed(reply)) {
    const stale = at.token !== null && reply.cause === "refused" && !reply.scopes;
    return stale ? { ...empty, position: halfOf(at), more: true, until: null } : reply;
  }
  const page = pageViews.safeParse(reply.json).data;
  if (!page) return unreadable();
  const refused: string[] = [];
  const found = itemsOf(pageView, page.results, refused);
  const wanted = found.filter(({ objectType }) => (objectType ?? "contact").match(/contact/i));
  const activities = wanted.flatMap(
    (view) => readableActivity(activityOf(view, api.connectionId), refused) ?? [],
  );
  const passedOver = found.length - wanted.length;
  return {
    records: [],
    activities,
    refused,
    passedOver,
    ...afterWindow(at, page.paging?.next?.after ?? null, now, timeOf(reply, now)),
  };
}

function activityOf({ id, objectId, occurredAt, properties }: PageView, connectionId: string) {
  const url = textOf(properties, "hs_url") ?? "";
  return {
    id: `hubspot-page-${id}`.slice(0, 200),
    leadExternalId: externalIdOf("hubspot", connectionId, objectId),
    kind: "page_viewed",
    occurredAt,
    path: URL.canParse(url) ? new URL(url).pathname : url || "/",
    title: textOf(properties, "hs_page_title"),
    userAgent: textOf(properties, "hs_user_agent"),
  };
}
