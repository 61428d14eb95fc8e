import { close } from "@/db/client";
import { systemActor } from "@/lib/access/viewer";
import { countsOf, failRun, openRun } from "@/lib/intake/imports/commands";
import { rehearse } from "@/lib/intake/imports/rehearse";
import { runImport } from "@/lib/intake/imports/run-import";
import { systemClock } from "@/lib/platform/clock";
import { environmentOf, openDatabase } from "./database";
import { onEnding } from "./ending";
import { type Prepared, prepare } from "./import/prepare";
import { progressLine } from "./import/progress-line";
import { ending, refusals, whatWasGuessed } from "./import/report";
import { writeRejects } from "./import/write-rejects";
import { readEnvFile } from "./settings";
import { Explained, main } from "./step";

const actor = systemActor("command line", "File import");
const print = (lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

/**
 * `npm run import -- FILE`: takes a CSV file into the database in use. Ends with 0, with 2 where
 * rows were refused, and with 1 where the file could not be imported.
 */
await main(async () => {
  const prepared = await prepare(process.argv.slice(2));
  print(whatWasGuessed(prepared));
  readEnvFile();
  const database = await openDatabase();
  onEnding(database.stop);
  try {
    Object.assign(process.env, environmentOf(database));
    process.env.BATON_SECRET ||= "-".repeat(32);
    const refused = prepared.dryRun ? await tryOut(prepared) : await takeIn(prepared);
    return refused > 0 ? 2 : 0;
  } finally {
    await close();
    await database.stop();
  }
});

async function tryOut({ plan, path, start }: Prepared): Promise<number> {
  const progress = progressLine(start.bytes);
  const shown = refusals();
  const { counts } = await rehearse(actor, plan, path, systemClock, {
    progress: ({ rowsRead }) => progress.tell(rowsRead),
    refused: shown.add,
  });
  print([
    ...progress.end(),
    ...shown.lines(),
    ...ending(counts),
    "Nothing was kept: this was a dry run.",
  ]);
  return counts.refused;
}

async function takeIn(prepared: Prepared): Promise<number> {
  const { start, path } = prepared;
  const begun = await openRun(actor, start, systemClock());
  if (begun.rowsRead > 0)
    print([`This file was begun before: going on after row ${begun.rowsRead}.`]);
  const progress = progressLine(start.bytes);
  const run = await runImport(actor, begun, path, systemClock, ({ rowsRead, bytesRead }) =>
    progress.tell(rowsRead, bytesRead),
  ).catch(async (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    await failRun(actor, begun.id, "It broke off.", systemClock()).catch(() => {});
    throw new Explained(
      `The import broke off: ${reason}\nWhat was taken in is kept. Run the same command again to go on.`,
    );
  });
  const counts = countsOf(run);
  const rejects = counts.refused > 0 ? await writeRejects(actor, run, prepared) : [];
  print([...progress.end(), ...rejects, ...ending(counts)]);
  return counts.refused;
}
