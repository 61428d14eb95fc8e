import { pageRoute } from "@/lib/access/requests/page-route";
import { findLeads } from "@/lib/queue/finding/queries";

const LONGEST = 100;

/** The viewer's own leads by name or company, for the command palette. */
export const GET = pageRoute("work the queue", async ({ viewer, search }) =>
  Response.json(await findLeads(viewer, (search.get("words") ?? "").slice(0, LONGEST))),
);
