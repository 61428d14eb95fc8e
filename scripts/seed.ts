import { parseArgs } from "node:util";
import { close } from "@/db/client";
import {
  DEMONSTRATION_LEADS,
  isDemonstration,
  isEmpty,
  seedDemonstration,
} from "@/db/seed/demonstration";
import { seedLarge } from "@/db/seed/large/large";
import { environmentOf, openDatabase } from "./database";
import { onEnding } from "./ending";
import { readEnvFile } from "./settings";
import { Explained, main, say, step } from "./step";
import { explained } from "./words";

const USAGE = "npm run seed [-- --leads N --activities M]";
const FULL =
  "The database already holds data, and nothing was changed. The demonstration company moves " +
  "into an empty one only; the embedded one is made anew when .data/ is removed.";
const NOT_OURS =
  "The database holds other data than the demonstration, or is large already. Nothing was changed: " +
  "a large database is made of an empty one or of the demonstration.";
/** Where only the number of leads is given. */
const ACTIVITIES_A_LEAD = 50;

/**
 * `npm run seed`: fills the database in use, if it is empty, with the demonstration company.
 * `-- --leads N --activities M`: makes the demonstration that large, for the benchmark.
 */
await main(async () => {
  const { values } = explained(USAGE, () =>
    parseArgs({ options: { leads: { type: "string" }, activities: { type: "string" } } }),
  );
  const leads = count("leads", values.leads);
  const activities = count("activities", values.activities);
  readEnvFile();
  const database = await openDatabase();
  onEnding(database.stop);
  try {
    Object.assign(process.env, environmentOf({ ...database, embedded: true }));
    process.env.BATON_SECRET ||= "-".repeat(32);
    const options = { now: new Date(), log: (line: string) => say(`· ${line}`) };
    if (leads === undefined && activities === undefined) {
      if (!(await isEmpty())) throw new Explained(FULL);
      await step("Seeded", () => seedDemonstration(options));
    } else {
      if (!(await isEmpty()) && !(await isDemonstration())) throw new Explained(NOT_OURS);
      const size = {
        leads: leads ?? DEMONSTRATION_LEADS,
        activities: activities ?? (leads ?? 0) * ACTIVITIES_A_LEAD,
      };
      await step("Seeded", () => seedLarge({ ...options, ...size }));
    }
  } finally {
    await close();
    await database.stop();
  }
});

function count(name: string, given?: string): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new Explained(`--${name} takes a whole number, such as --${name} 1000.`);
}
