import { currentViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/problem";
import { importRunById } from "@/lib/intake/imports/queries";
import { rejectsParts } from "@/lib/intake/imports/rejects-file";

/** The refused rows of an import, as a CSV file to mend and import again. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const viewer = await currentViewer();
  if (!viewer) return problem(401, "You are signed out.");
  if (!may(viewer, "import files")) return problem(404, "There is no such import.");
  const run = await importRunById(viewer, (await params).id);
  if (!run) return problem(404, "There is no such import.");
  const parts = rejectsParts(viewer, run);
  const name = `${run.fileName.replace(/\.(csv|tsv|txt)$/i, "")}.rejects.csv`;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(new TextEncoder().encode(value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      // RFC 6266: the plain name for old clients, the encoded one for every script.
      "Content-Disposition": `attachment; filename="rejects.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "no-store",
    },
  });
}
