import { parseArgs } from "node:util";
import { databaseInUse } from "./database";
import { Explained, main } from "./step";
import { explained } from "./words";

const USAGE = "npm run -s db:url [-- --owner]";

/** Prints the address of the database in use, and nothing else: `psql $(npm run -s db:url)`. */
await main(async () => {
  const { values } = explained(USAGE, () => parseArgs({ options: { owner: { type: "boolean" } } }));
  const database = databaseInUse();
  if (!database)
    throw new Explained("The embedded database is not running. Start it with `npm start`.");
  const url = values.owner ? database.ownerUrl : database.appUrl;
  process.stdout.write(`${url}\n`);
});
