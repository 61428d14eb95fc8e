import type { Actor } from "@/lib/access/viewer";
import { DELIMITERS } from "../csv/dialect";
import { rejectsHeader, rejectsLine } from "../csv/rejects";
import { refusedRows } from "./queries";
import type { ImportRun } from "./run";

/** Refused rows that are read at a time. */
const PAGE = 500;

/** The refused rows of a run as a CSV file to mend and import again, part by part. */
export async function* rejectsParts(actor: Actor, run: ImportRun): AsyncGenerator<string> {
  const delimiter = DELIMITERS.find((one) => one === run.delimiter) ?? ",";
  yield rejectsHeader(run.headers, delimiter);
  let after = 0;
  for (;;) {
    const rows = await refusedRows(actor, run.id, after, PAGE);
    if (rows.length > 0) yield rows.map((row) => rejectsLine(row, delimiter)).join("");
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.line ?? after;
  }
}
