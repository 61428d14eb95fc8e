import { currentViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/problem";
import { auditWithLines } from "@/lib/audit/sample/queries";
import { verdictRows } from "@/lib/audit/sample/verdict-rows";
import { csvFile } from "@/lib/intake/csv/line";

/** The leads of an audit with all verdicts that the reader may see, as a CSV file (A.6). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const viewer = await currentViewer();
  if (!viewer) return problem(401, "You are signed out.");
  const found = may(viewer, "see the audit") && (await auditWithLines(viewer, (await params).id));
  if (!found) return problem(404, "There is no such audit.");
  const { head, lines } = found;
  const { header, rows } = verdictRows(head, lines);
  return new Response(csvFile(header, rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="audit-${head.at.toISOString().slice(0, 10)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
