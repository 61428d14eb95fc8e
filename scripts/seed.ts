import { parseArgs } from "node:util";
import { close } from "@/db/client";
import { isEmpty, seedDemonstration } from "@/db/seed/demonstration";
import { environmentOf, openDatabase } from "./database";
import { onEnding } from "./ending";
import { readEnvFile } from "./settings";
import { Explained, main, say, step } from "./step";

/** `npm run seed`: fills the database in use, if it is empty, with the demonstration company. */
await main(async () => {
  const { values } = parseArgs({
    options: { leads: { type: "string" }, activities: { type: "string" } },
  });
  const leads = count("leads", values.leads);
  if (count("activities", values.activities) !== undefined)
    throw new Explained("--activities is not there yet.");
  readEnvFile();
  const database = await openDatabase();
  onEnding(database.stop);
  try {
    Object.assign(process.env, environmentOf({ ...database, embedded: true }));
    process.env.BATON_SECRET ||= "-".repeat(32);
    if (!(await isEmpty()))
      throw new Explained(
        "The database already holds data, and nothing was changed. The demonstration company " +
          "moves into an empty one only; the embedded one is made anew when .data/ is removed.",
      );
    const now = new Date();
    await step("Seeded", () =>
      seedDemonstration({ now, log: (line) => say(`· ${line}`), ...(leads ? { leads } : {}) }),
    );
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
