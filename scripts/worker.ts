import { runBackground, stopBackground } from "@/background";
import { close } from "@/db/client";
import { openDatabase } from "./database";
import { onEnding } from "./ending";
import { checkSettings, readEnvFile, webEnvironment } from "./settings";
import { main, say, step } from "./step";

/**
 * `npm run worker`: runs the jobs in a process of its own, until it is told to end. The web server
 * leaves them to it where BATON_JOBS is `elsewhere`; several workers share the work.
 */
await main(async () => {
  readEnvFile();
  checkSettings();
  const database = await openDatabase();
  // The same settings as the server's: a worker opens the secrets of connections, too.
  Object.assign(process.env, webEnvironment(database, Number(process.env.PORT || 3000)));
  onEnding(async () => {
    await stopBackground();
    await close();
    await database.stop();
  });
  await step("Jobs are running", () => runBackground());
  say("Baton works here on what it was told to do later. End it with Ctrl+C.");
  return new Promise<never>(() => {});
});
