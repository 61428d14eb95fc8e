import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { importReject, importRun } from "@/db/schema/import";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { isId } from "@/lib/platform/is-id";
import type { ImportTarget } from "../csv/synonyms";
import type { ImportRun, ImportView } from "./run";

type RefusedRow = typeof importReject.$inferSelect;

/** The same content read in the same way: such a file goes on where it stopped. */
export type ImportKey = {
  fileHash: string;
  target: ImportTarget;
  mapping: Record<string, string | null>;
};

/** The latest imports, the newest first. */
export async function importRuns(viewer: Viewer, limit: number): Promise<ImportView[]> {
  authorize(viewer, "import files");
  const rows = await db
    .select({ run: importRun, startedBy: person.name })
    .from(importRun)
    .leftJoin(person, eq(person.id, importRun.personId))
    .orderBy(desc(importRun.startedAt))
    .limit(limit);
  return rows.map(({ run, startedBy }) => ({ ...run, startedBy }));
}

/** One import, or null where there is no such. */
export async function importRunById(actor: Actor, id: string): Promise<ImportView | null> {
  authorize(actor, "import files");
  if (!isId(id)) return null;
  const [row] = await db
    .select({ run: importRun, startedBy: person.name })
    .from(importRun)
    .leftJoin(person, eq(person.id, importRun.personId))
    .where(eq(importRun.id, id));
  return row ? { ...row.run, startedBy: row.startedBy } : null;
}

/** Refused rows by their lines, those after line `after` first. */
export async function refusedRows(
  actor: Actor,
  runId: string,
  after: number,
  limit: number,
): Promise<RefusedRow[]> {
  authorize(actor, "import files");
  return db
    .select()
    .from(importReject)
    .where(and(eq(importReject.runId, runId), gt(importReject.line, after)))
    .orderBy(asc(importReject.line))
    .limit(limit);
}

/** The imports that have begun and not ended. */
export async function runningImports(actor: Actor): Promise<ImportRun[]> {
  authorize(actor, "import files");
  return db.select().from(importRun).where(eq(importRun.state, "running"));
}

/** The import of this file that did not come to its end, if there is one. */
export async function unfinishedRun(
  tx: Transaction,
  _actor: Actor,
  { fileHash, target, mapping }: ImportKey,
): Promise<ImportRun | null> {
  const [found] = await tx
    .select()
    .from(importRun)
    .where(
      and(
        eq(importRun.fileHash, fileHash),
        eq(importRun.target, target),
        inArray(importRun.state, ["running", "failed"]),
        sql`${importRun.mapping} = ${JSON.stringify(mapping)}::jsonb`,
      ),
    )
    .orderBy(desc(importRun.startedAt))
    .limit(1);
  return found ?? null;
}
