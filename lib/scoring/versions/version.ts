import type { ScoringModel } from "../model/model";

/** A version of the scoring model as its history tells it. */
export type ModelVersion = {
  model: ScoringModel;
  /** Null for the model that comes with the product. */
  savedAt: Date | null;
  savedBy: string | null;
  reason: string | null;
  /** Null where only the ICP changed, which an admin answers for alone. */
  signedBy: string | null;
};
