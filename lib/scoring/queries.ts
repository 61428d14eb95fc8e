import { desc } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { scoringModel } from "@/db/schema/scoring";
import { DEFAULT_MODEL } from "./model/default-model";
import type { ScoringModel } from "./model/model";

/**
 * The scoring model in force: the newest version, or, while nobody has saved one, the model that
 * comes with the product, which is version 1.
 */
export async function modelInForce(within: Transaction | typeof db = db): Promise<ScoringModel> {
  const [newest] = await within
    .select({ model: scoringModel.model })
    .from(scoringModel)
    .orderBy(desc(scoringModel.version))
    .limit(1);
  return newest?.model ?? DEFAULT_MODEL;
}
