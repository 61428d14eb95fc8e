import { setTimeout as wait } from "node:timers/promises";
import { isOutage } from "@/db/outage";
import type { Actor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { MappedColumn } from "../csv/columns";
import { csvRows } from "../csv/rows";
import { chunksOf } from "./chunks";
import { type Chunk, finishRun, importChunk } from "./commands";
import { openFile } from "./file";
import { IMPORTERS } from "./importer";
import { readRow } from "./rows";
import type { ImportRun } from "./run";

/** The file is not what was planned, or cannot be read any more. The message says so in words. */
export class UnreadableFile extends Error {
  override name = "UnreadableFile";
}

/** A run's columns as its mapping says. */
export function columnsOf({ headers, mapping }: Pick<ImportRun, "headers" | "mapping">) {
  return headers.map(
    (header): MappedColumn => ({ header, field: mapping[header] ?? null, why: "" }),
  );
}

/** The file at `path` in chunks for the target, those up to row `after` left out. */
export async function* readChunks(
  path: string,
  target: ImportRun["target"],
  columns: readonly MappedColumn[],
  after: number,
  clock: Clock,
): AsyncGenerator<Chunk> {
  const importer = IMPORTERS[target];
  const { csv, bytesRead } = await openFile(path);
  if (!csv.ok) throw new UnreadableFile(csv.reason);
  for await (const { from, to, rows } of chunksOf(
    csvRows(csv.file, after),
    importer.chunk,
    after,
  )) {
    const now = clock();
    const read = rows.map((row) => readRow(row, importer, columns, now));
    yield { from, to, rows: read, bytesRead: bytesRead() };
  }
}

/**
 * Carries a run on from where it stands to the end of its file, chunk by chunk. A database that
 * does not answer is waited for, half a minute long; then, and at any defect, this rejects, and
 * what was taken in until then stays.
 */
export async function runImport(
  actor: Actor,
  run: ImportRun,
  path: string,
  clock: Clock,
  onProgress: (run: ImportRun) => void = () => {},
): Promise<ImportRun> {
  const columns = columnsOf(run);
  for await (const chunk of readChunks(path, run.target, columns, run.rowsRead, clock)) {
    onProgress(await patiently(() => importChunk(actor, run, columns, chunk, clock())));
  }
  return patiently(() => finishRun(actor, run.id, clock()));
}

/** Pauses before another try, in milliseconds. */
const PAUSES = [100, 400, 1_500, 4_000, 10_000, 15_000];

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error)) throw error;
      await wait(pause);
    }
  }
  return work();
}
