/** Once, before the server answers its first request (Next calls this). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { keepPathsReadable } = await import("./lib/access/requests/readable-path");
  keepPathsReadable();
  const { start } = await import("./lib/access/start");
  await start();
  const { resumeImports } = await import("./lib/intake/imports/background");
  await resumeImports();
  const { env } = await import("./lib/platform/env");
  if (env().BATON_JOBS === "elsewhere") return;
  const { runBackground, stopBackgroundFirst } = await import("./background");
  // Not waited for: pages must not wait for jobs.
  runBackground().catch(() => {});
  stopBackgroundFirst();
}
