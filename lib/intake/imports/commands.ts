import { eq, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { importReject, importRun } from "@/db/schema/import";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import { againWhereCreated } from "../created-meanwhile";
import type { MappedColumn } from "../csv/columns";
import type { Rejected } from "../csv/rejects";
import { type Counts, countResults } from "./counts";
import { IMPORTERS } from "./importer";
import { type ImportKey, unfinishedRun } from "./queries";
import { type ReadRow, type RowOutcome, writeRows } from "./rows";
import type { ImportRun } from "./run";

/** A file that is to be imported, as it was planned. `bytes` is its size. */
export type ImportStart = ImportKey & {
  fileName: string;
  bytes: number;
  headers: string[];
  delimiter: string;
};

/** Consecutive rows of a file: those after row `from` up to row `to`, counted from 1. */
export type Chunk = { from: number; to: number; bytesRead: number; rows: readonly ReadRow[] };

/** The run went on in another process, cut differently; nothing of this chunk was written. */
export class WentOnElsewhere extends Error {
  override name = "WentOnElsewhere";
}

/** Begins an import, or goes on with the one of the same file that did not come to its end. */
export async function openRun(actor: Actor, start: ImportStart, now: Date): Promise<ImportRun> {
  authorize(actor, "import files");
  return transaction(async (tx) => {
    // Two people who press Start on the same file at once get one run.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${start.fileHash}))`);
    const unfinished = await unfinishedRun(tx, actor, start);
    const personId = actor.kind === "person" ? actor.id : null;
    const [run] = unfinished
      ? await tx
          .update(importRun)
          .set({ state: "running", failure: null, updatedAt: now })
          .where(eq(importRun.id, unfinished.id))
          .returning()
      : await tx
          .insert(importRun)
          .values({ ...start, state: "running", personId, startedAt: now, updatedAt: now })
          .returning();
    if (!run) throw new Error("The import was not written.");
    await tell(tx, actor, run, unfinished ? "went on" : "began", now);
    return run;
  });
}

/**
 * Takes in one chunk: its rows, the rejects and how far the run has come, in one transaction. So
 * a run that was killed goes on at the very next row and counts none twice. A chunk that was taken
 * in already (the answer was lost, or another process was faster) is passed over.
 */
export async function importChunk(
  actor: Actor,
  { id, target }: ImportRun,
  columns: readonly MappedColumn[],
  chunk: Chunk,
  now: Date,
): Promise<ImportRun> {
  authorize(actor, "import files");
  return againWhereCreated(() =>
    transaction(async (tx) => {
      const [at] = await tx.select().from(importRun).where(eq(importRun.id, id)).for("update");
      if (at && at.rowsRead >= chunk.to) return at;
      if (at?.rowsRead !== chunk.from) throw new WentOnElsewhere();
      const outcomes = await writeRows(tx, actor, IMPORTERS[target], columns, chunk.rows, now);
      await keepRejects(tx, id, rejectsOf(outcomes));
      const [run] = await tx
        .update(importRun)
        .set({ ...progress(at, chunk, outcomes), state: "running", failure: null, updatedAt: now })
        .where(eq(importRun.id, id))
        .returning();
      if (!run) throw new Error("The import's progress was not written.");
      return run;
    }),
  );
}

class Rehearsed extends Error {}

/** What `importChunk` would make of a chunk; nothing is kept. */
export async function rehearseChunk(
  actor: Actor,
  target: ImportRun["target"],
  columns: readonly MappedColumn[],
  chunk: Chunk,
  now: Date,
): Promise<RowOutcome[]> {
  authorize(actor, "import files");
  return againWhereCreated(async () => {
    let outcomes: RowOutcome[] = [];
    const rehearsal = transaction(async (tx) => {
      outcomes = await writeRows(tx, actor, IMPORTERS[target], columns, chunk.rows, now);
      throw new Rehearsed();
    });
    await rehearsal.catch((error: unknown) => {
      if (!(error instanceof Rehearsed)) throw error;
    });
    return outcomes;
  });
}

/** Notes that the file has been read to its end. */
export async function finishRun(actor: Actor, id: string, now: Date): Promise<ImportRun> {
  return endRun(
    actor,
    id,
    { state: "done", failure: null, bytesRead: sql`${importRun.bytes}` },
    now,
  );
}

/** Notes why a run cannot go on by itself; what it took in stays, and it can be taken up again. */
export async function failRun(actor: Actor, id: string, failure: string, now: Date) {
  return endRun(actor, id, { state: "failed", failure }, now);
}

async function endRun(
  actor: Actor,
  id: string,
  end: Parameters<ReturnType<Transaction["update"]>["set"]>[0],
  now: Date,
): Promise<ImportRun> {
  authorize(actor, "import files");
  return transaction(async (tx) => {
    const [before] = await tx.select().from(importRun).where(eq(importRun.id, id)).for("update");
    if (before?.state === "done") return before;
    const [run] = await tx
      .update(importRun)
      .set({ ...end, updatedAt: now })
      .where(eq(importRun.id, id))
      .returning();
    if (!run) throw new Error("There is no such import.");
    await tell(tx, actor, run, run.state === "done" ? "ended" : "stopped", now);
    return run;
  });
}

/** How many rows of a run became what. */
export const countsOf = (run: ImportRun): Counts => ({
  new: run.rowsNew,
  changed: run.rowsChanged,
  unchanged: run.rowsUnchanged,
  refused: run.rowsRefused,
});

function progress(run: ImportRun, { to, bytesRead }: Chunk, outcomes: readonly RowOutcome[]) {
  const counts = countResults(outcomes, countsOf(run));
  return {
    rowsRead: to,
    bytesRead: Math.min(Math.max(bytesRead, run.bytesRead), run.bytes),
    rowsNew: counts.new,
    rowsChanged: counts.changed,
    rowsUnchanged: counts.unchanged,
    rowsRefused: counts.refused,
  };
}

/** The refused rows among what became of a chunk. */
export const rejectsOf = (outcomes: readonly RowOutcome[]): Rejected[] =>
  outcomes.flatMap((outcome) => ("rejected" in outcome ? [outcome.rejected] : []));

async function keepRejects(tx: Transaction, runId: string, rejects: Rejected[]): Promise<void> {
  if (rejects.length === 0) return;
  const storable = (text: string) => text.replaceAll("\0", "\ufffd").toWellFormed();
  await tx.insert(importReject).values(
    rejects.map(({ line, column, reason, cells }) => ({
      runId,
      line,
      column,
      reason,
      cells: cells.map(storable),
    })),
  );
}

async function tell(tx: Transaction, actor: Actor, run: ImportRun, verb: string, at: Date) {
  const { fileName, target, rowsRead } = run;
  const after = { file: fileName, target, rowsRead, ...countsOf(run) };
  await record(tx, actor, [{ at, verb, subject: "import", subjectId: run.id, after }]);
}
