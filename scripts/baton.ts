import { ensureBuild } from "./build";
import { stopChildren } from "./child";
import { openDatabase } from "./database";
import { onEnding } from "./ending";
import { choosePort } from "./port";
import { checkSettings, readEnvFile, webEnvironment } from "./settings";
import { say, step } from "./step";
import { serve } from "./web";

/**
 * Everything from an empty folder to a page that answers, and back: resolves with the web server's
 * exit code when it ends, with the database stopped. `developing` serves from the source as it is.
 */
export async function runBaton({ developing }: { developing: boolean }): Promise<number> {
  readEnvFile();
  checkSettings();
  let stopDatabase = async () => {};
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stopChildren().then(() => stopDatabase());
    return stopping;
  };
  onEnding(stop);
  try {
    // Asked first: nobody should wait for a build to hear that the port is taken.
    const port = await choosePort(Number(process.env.PORT || 3000), Boolean(process.env.PORT));
    // Side by side: the first run waits for the longer of the two, not for both.
    const building = developing ? undefined : ensureBuild();
    building?.catch(() => {});
    const database = await openDatabase();
    stopDatabase = database.stop;
    const build = await building;
    const env = webEnvironment(database, port);
    const server = await step("Web server started", () => serve(port, env, build));
    say(`Baton is ready at ${env.NEXTAUTH_URL}`);
    return await server.ended;
  } finally {
    await stop();
  }
}
