import { databaseInUse } from "./database";
import { Explained, main } from "./step";

/** Prints the address of the database in use, and nothing else: `psql $(npm run -s db:url)`. */
await main(async () => {
  const database = databaseInUse();
  if (!database)
    throw new Explained("The embedded database is not running. Start it with `npm start`.");
  const url = process.argv.includes("--owner") ? database.ownerUrl : database.appUrl;
  process.stdout.write(`${url}\n`);
});
