import { currentViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/problem";
import { importRunById } from "@/lib/intake/imports/queries";
import { importProgress } from "@/lib/intake/imports/view";
import { systemClock } from "@/lib/platform/clock";

/** How far an import has come; asked once a second while it runs. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const viewer = await currentViewer();
  if (!viewer) return problem(401, "You are signed out.");
  if (!may(viewer, "import files")) return problem(404, "There is no such import.");
  const run = await importRunById(viewer, (await params).id);
  if (!run) return problem(404, "There is no such import.");
  return Response.json(importProgress(run, systemClock()), {
    headers: { "Cache-Control": "no-store" },
  });
}
