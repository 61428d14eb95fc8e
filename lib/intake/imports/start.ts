import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { applyOverrides } from "../csv/columns";
import { carryOn } from "./background";
import { openRun } from "./commands";
import { fieldLabel } from "./field-labels";
import { peekFile } from "./file";
import { columnInputName, type PlannedImport } from "./input";
import { gapOf } from "./plan";
import { importRunById } from "./queries";
import { findUpload } from "./uploads";

const GONE = "The file is no longer here. Choose it again; rows that were taken in are not lost.";

/** Starts the import of an uploaded file in the background, as its columns were said to be. */
export async function startImport(
  viewer: Viewer,
  { file, target, fieldOf }: PlannedImport,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  authorize(viewer, "import files");
  const upload = await findUpload(file);
  const csv = upload && (await peekFile(upload.path));
  if (!upload || !csv) return refused(GONE);
  if (!csv.ok) return refused(csv.reason);
  const { headers, delimiter } = csv.file;
  const said = headers.map((header, place) => ({ header, field: fieldOf(place), why: "" }));
  const twice = said.findIndex(
    ({ field }, place) => field && said.findIndex((other) => other.field === field) < place,
  );
  if (twice >= 0) {
    const label = fieldLabel(said[twice]?.field ?? "");
    return refused(`Two columns are mapped to ${label}.`, columnInputName(twice));
  }
  const overrides = said.map(({ header, field }) => `${header}=${field ?? ""}`);
  const mapped = applyOverrides(said, overrides, target);
  if (!mapped.ok) return refused(mapped.reason);
  const gap = gapOf(target, mapped.columns, fieldLabel);
  if (gap) return refused(gap);
  const mapping = Object.fromEntries(said.map(({ header, field }) => [header, field]));
  const { fileHash, fileName, bytes } = upload;
  const start = { fileHash, fileName, bytes, target, mapping, headers, delimiter };
  const run = await openRun(viewer, start, now);
  void carryOn(run);
  return { ok: true, value: { id: run.id } };
}

/** Goes on with an import that stopped, if its file is still here. */
export async function goOn(viewer: Viewer, { id }: { id: string }, now: Date): Promise<Outcome> {
  const stopped = await importRunById(viewer, id);
  if (!stopped) return refused("There is no such import.");
  if (!(await findUpload(stopped.fileHash))) return refused(GONE);
  const run = await openRun(viewer, stopped, now);
  void carryOn(run);
  return { ok: true, value: undefined };
}
