import { systemClock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { createFirstKeys } from "./commands";
import { systemActor } from "./viewer";

/** What a server does before its first request: the keys that the environment brings exist. */
export async function start(): Promise<void> {
  const { BATON_API_KEY: api, BATON_WRITE_KEY: write } = env();
  if (!api && !write) return;
  await createFirstKeys(systemActor("command line", "Start"), { api, write }, systemClock());
}
