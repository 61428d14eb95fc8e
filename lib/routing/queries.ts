import { desc } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { routingSetting } from "@/db/schema/routing";
import { DEFAULT_ROUTING, type RoutingVersion } from "./rule-book";

/** The rules in force: the newest version, or the product's own. */
export async function routingInForce(
  within: Transaction | typeof db = db,
): Promise<RoutingVersion> {
  const [newest] = await within
    .select({ version: routingSetting.version, settings: routingSetting.settings })
    .from(routingSetting)
    .orderBy(desc(routingSetting.version))
    .limit(1);
  // A setting that came later than the version is at its default.
  const settings = { ...DEFAULT_ROUTING, ...newest?.settings };
  return { version: newest?.version ?? 0, settings };
}
