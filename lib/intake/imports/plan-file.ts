import type { CsvFile } from "../csv/csv-file";
import type { ImportStart } from "./commands";
import { identityOf, peekFile } from "./file";
import { type ImportPlan, planImport, type Said } from "./plan";

type PlannedFile =
  | { ok: true; file: CsvFile; plan: ImportPlan; start: ImportStart }
  | { ok: false; reason: string };

/** Looks at the file at `path` and plans its import, or says in words why it cannot be imported. */
export async function planFile(path: string, fileName: string, said: Said): Promise<PlannedFile> {
  const csv = await peekFile(path);
  if (!csv.ok) return { ok: false, reason: `${fileName} cannot be imported. ${csv.reason}` };
  const answer = planImport(csv.file, said);
  if (!answer.ok) return answer;
  const { target, columns } = answer.plan;
  const mapping = Object.fromEntries(columns.map(({ header, field }) => [header, field]));
  const { headers, delimiter } = csv.file;
  const start = { ...(await identityOf(path)), fileName, target, mapping, headers, delimiter };
  return { ok: true, file: csv.file, plan: answer.plan, start };
}
