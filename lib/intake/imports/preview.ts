import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { guessMapping } from "../csv/columns";
import type { Delimiter } from "../csv/dialect";
import type { ImportTarget } from "../csv/synonyms";
import { fieldLabel } from "./field-labels";
import { peekFile } from "./file";
import { gapOf, guessTarget, IMPORT_TARGETS } from "./plan";
import { findUpload } from "./uploads";

/** One column of an uploaded file: what it seems to be, why, and some of what it holds. */
export type PreviewColumn = {
  header: string;
  field: string | null;
  why: string;
  examples: string[];
};

/** An uploaded file as it is understood, before anybody said anything. `bytes` is its size. */
export type Preview = {
  file: string;
  fileName: string;
  bytes: number;
  encoding: string;
  delimiter: Delimiter;
  target: ImportTarget;
  /** True where a person chose the target. */
  said: boolean;
  why: string;
  columns: PreviewColumn[];
  /** What is still to be said before the import can start. */
  gap: string | null;
};

/** How many different values of a column are shown. */
const EXAMPLES = 3;

/** Looks at an uploaded file. Null where it is not here any more, or cannot be read after all. */
export async function previewUpload(
  viewer: Viewer,
  file: string,
  as: string | undefined,
): Promise<Preview | null> {
  authorize(viewer, "import files");
  const upload = await findUpload(file);
  const csv = upload && (await peekFile(upload.path));
  if (!upload || !csv?.ok) return null;
  const { headers, sample, delimiter, encoding } = csv.file;
  const said = IMPORT_TARGETS.find((target) => target === as);
  const { target, why } = said ? { target: said, why: "" } : guessTarget(headers, sample);
  const columns = guessMapping(headers, sample, target);
  const examples = headers.map((_, place) => examplesOf(sample.map((cells) => cells[place] ?? "")));
  return {
    file,
    fileName: upload.fileName,
    bytes: upload.bytes,
    encoding: encoding(),
    delimiter,
    target,
    said: said !== undefined,
    why,
    columns: columns.map(({ header, field, why: reason }, place) => ({
      header,
      field,
      why: briefly(reason),
      examples: examples[place] ?? [],
    })),
    gap: gapOf(target, columns, fieldLabel),
  };
}

/** The field itself stands beside it on the page. */
function briefly(why: string): string {
  if (why.startsWith("its name")) return "by its name";
  return why.startsWith("its cells") ? "by what it holds" : why;
}

function examplesOf(cells: readonly string[]): string[] {
  const given = cells.map((cell) => cell.trim().toWellFormed()).filter(Boolean);
  return [...new Set(given)].slice(0, EXAMPLES).map((cell) => cell.slice(0, 80));
}
