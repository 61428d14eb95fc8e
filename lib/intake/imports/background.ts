import { isOutage } from "@/db/outage";
import { type SystemActor, systemActor } from "@/lib/access/viewer";
import { systemClock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { failRun, WentOnElsewhere } from "./commands";
import { runningImports } from "./queries";
import type { ImportRun } from "./run";
import { runImport, UnreadableFile } from "./run-import";
import { findUpload, removeUpload } from "./uploads";

/** What this process imports now. On the global object: development loads this module again. */
const shared = globalThis as typeof globalThis & { batonImports?: Map<string, Promise<void>> };
shared.batonImports ??= new Map();
const under = shared.batonImports;

const importer = (run: ImportRun): SystemActor => systemActor("job", `Import of ${run.fileName}`);

/** True while this process is at work on the import. */
export const isUnderWay = (runId: string): boolean => under.has(runId);

/**
 * Carries an import of an uploaded file on in the background; once, however often it is asked for.
 * Resolves when the import has ended, well or not; never rejects.
 */
export function carryOn(run: ImportRun): Promise<void> {
  const running = under.get(run.id);
  if (running) return running;
  const work = importUpload(run).finally(() => under.delete(run.id));
  under.set(run.id, work);
  return work;
}

/**
 * Takes up the imports that a server which was stopped or killed had begun; for the server's start,
 * which it neither delays nor prevents.
 */
export async function resumeImports(): Promise<void> {
  try {
    for (const run of await runningImports(systemActor("job", "File import"))) {
      if (await findUpload(run.fileHash)) void carryOn(run);
    }
  } catch (err) {
    log().error({ err }, "Imports that were interrupted could not be taken up");
  }
}

async function importUpload(run: ImportRun): Promise<void> {
  const actor = importer(run);
  try {
    const upload = await findUpload(run.fileHash);
    if (!upload) throw new UnreadableFile("The file is no longer here. Choose it again to go on.");
    await runImport(actor, run, upload.path, systemClock);
    await removeUpload(run.fileHash);
  } catch (error) {
    if (error instanceof WentOnElsewhere) return;
    const failed = failRun(actor, run.id, failureOf(error), systemClock());
    await failed.catch((err: unknown) => log().error({ err }, "An import's failure was not noted"));
  }
}

function failureOf(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message;
  if (isOutage(error)) return "The database did not answer.";
  log().error({ err: error }, "An import broke off");
  return "This is our fault, and it was noted.";
}
