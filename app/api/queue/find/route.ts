import { currentViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/problem";
import { findLeads } from "@/lib/queue/finding/queries";

const LONGEST = 100;

/** The viewer's own leads by name or company, for the command palette. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return problem(401, "You are signed out.");
  if (!may(viewer, "work the queue")) return problem(404, "There is no queue of yours.");
  const words = new URL(request.url).searchParams.get("words") ?? "";
  return Response.json(await findLeads(viewer, words.slice(0, LONGEST)), {
    headers: { "Cache-Control": "no-store" },
  });
}
