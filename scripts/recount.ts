import { parseArgs } from "node:util";
import { connect } from "@/db/client";
import { systemActor } from "@/lib/access/viewer";
import { differenceLine } from "@/lib/audit/trends/recount/difference-line";
import { recountTrends } from "@/lib/audit/trends/recount/queries";
import { openDatabase } from "./database";
import { onEnding } from "./ending";
import { readEnvFile } from "./settings";
import { main, say, step } from "./step";
import { explained } from "./words";

const actor = systemActor("command line", "Recount");
/** More would scroll the first away. */
const TOLD = 50;

/**
 * `npm run recount`: counts the trends anew from the snapshots of all handoffs, and says where what
 * was kept differs. Changes nothing. Ends with 1 where anything differs.
 */
await main(async () => {
  explained("npm run recount", () => parseArgs({}));
  readEnvFile();
  const database = await openDatabase();
  onEnding(database.stop);
  const { db, close } = connect(database.appUrl, { max: 1, statementTimeout: 0 });
  try {
    const recount = await step("Recounted", () => recountTrends(actor, db));
    const { handoffs, counts, differences } = recount;
    for (const difference of differences.slice(0, TOLD)) say(`· ${differenceLine(difference)}`);
    const left = differences.length - TOLD;
    if (left > 0) say(`· and ${left} more.`);
    say(
      differences.length === 0
        ? `The ${counts} counts of ${handoffs} handoffs are what their snapshots say.`
        : `${differences.length} of ${counts} counts differ from the snapshots of ${handoffs} handoffs.`,
    );
    return differences.length === 0 ? 0 : 1;
  } finally {
    await close();
    await database.stop();
  }
});
