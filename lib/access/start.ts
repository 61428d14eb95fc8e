import { resealConnections } from "@/lib/connections/commands";
import { systemClock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { createFirstKeys } from "./commands";
import { addFirstAdmin } from "./people/commands";
import { systemActor } from "./viewer";

/** What a server does before its first request: what the environment brings exists. */
export async function start(): Promise<void> {
  const { BATON_API_KEY: api, BATON_WRITE_KEY: write, BATON_ADMIN_EMAIL: admin } = env();
  const actor = systemActor("command line", "Start");
  const now = systemClock();
  if (api || write) await createFirstKeys(actor, { api, write }, now);
  if (admin) await addFirstAdmin(actor, admin, now);
  if (env().BATON_SECRET_PREVIOUS) await resealConnections(actor, now);
}
