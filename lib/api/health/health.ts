import { systemActor } from "@/lib/access/viewer";
import { isMigrated } from "./queries";

/** Whether the server can do its job, and if not, what it lacks. */
type Health = { status: "ok" } | { status: "failing"; failing: "database" | "migrations" };

/** A monitor waits no longer than this, in milliseconds. */
const PATIENCE = 2_000;

/** Asks the database, and takes no answer within two seconds for none. */
export async function health(): Promise<Health> {
  const late = Promise.withResolvers<Health>();
  const timer = setTimeout(
    () => late.resolve({ status: "failing", failing: "database" }),
    PATIENCE,
  );
  try {
    return await Promise.race([asked(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function asked(): Promise<Health> {
  try {
    const migrated = await isMigrated(systemActor("job", "Health check"));
    return migrated ? { status: "ok" } : { status: "failing", failing: "migrations" };
  } catch {
    return { status: "failing", failing: "database" };
  }
}
