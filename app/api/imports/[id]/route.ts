import { declined, pageRoute } from "@/lib/access/requests/page-route";
import { importRunById } from "@/lib/intake/imports/queries";
import { importProgress } from "@/lib/intake/imports/view";

/** How far an import has come; asked once a second while it runs. */
export const GET = pageRoute("import files", async ({ viewer, id, now }) => {
  const run = await importRunById(viewer, id);
  if (!run) return declined(404, "There is no such import.");
  return Response.json(importProgress(run, now));
});
