import { declined, pageRoute } from "@/lib/access/requests/page-route";
import { auditWithLines } from "@/lib/audit/sample/queries";
import { verdictRows } from "@/lib/audit/sample/verdict-rows";
import { csvFile } from "@/lib/intake/csv/line";

/** The leads of an audit with all verdicts that the reader may see, as a CSV file (A.6). */
export const GET = pageRoute("see the audit", async ({ viewer, id }) => {
  const found = await auditWithLines(viewer, id);
  if (!found) return declined(404, "There is no such audit.");
  const { head, lines } = found;
  const { header, rows } = verdictRows(head, lines);
  return new Response(csvFile(header, rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="audit-${head.at.toISOString().slice(0, 10)}.csv"`,
    },
  });
});
