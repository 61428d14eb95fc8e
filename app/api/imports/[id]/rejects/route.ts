import { declined, pageRoute } from "@/lib/access/requests/page-route";
import { importRunById } from "@/lib/intake/imports/queries";
import { rejectsParts } from "@/lib/intake/imports/rejects-file";

/** The refused rows of an import, as a CSV file to mend and import again. */
export const GET = pageRoute("import files", async ({ viewer, id }) => {
  const run = await importRunById(viewer, id);
  if (!run) return declined(404, "There is no such import.");
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
    },
  });
});
