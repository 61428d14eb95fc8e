import { type Failed, failed } from "@/lib/enrichment/http/http";
import type { Loose } from "@/lib/intake/tracking/loose";
import type { MauticAccount } from "./account";
import { type Condition, statLines } from "./stats";

/** Lines of Mautic's audit log that say a contact was merged, which administrators may read. */
export async function mergesLogged(
  account: MauticAccount,
  conditions: readonly Condition[],
  most: { limit: number; now: Date },
  signal: AbortSignal,
): Promise<{ lines: Loose[]; time: number } | Failed> {
  const all: Condition[] = [["object", "eq", "lead"], ["action", "eq", "merge"], ...conditions];
  const answer = await statLines(account, "audit_log", all, most, signal);
  return answer === "denied" ? DENIED : answer;
}

const DENIED = failed(
  "refused",
  "Shows its audit log to administrators only, which says who was merged.",
);
