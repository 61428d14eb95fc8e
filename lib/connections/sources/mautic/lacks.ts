import { type Failed, isFailed } from "@/lib/enrichment/http";
import { streamsRead } from "../leave-out";
import type { SourceGiven, SourceSystem } from "../source";
import type { MauticAccount } from "./account";
import { askMautic } from "./ask";

/** The least that can be asked of each stream. */
const PROBES: Readonly<Record<string, { path: string; query: Record<string, string> }>> = {
  contacts: { path: "/api/contacts", query: { limit: "1", minimal: "1" } },
  activities: { path: "/api/contacts/activity", query: { limit: "1" } },
};

/** Everything that is missing for it to be read, one sentence for each stream. */
export async function lacksOf(
  account: MauticAccount,
  system: Pick<SourceSystem, "streams">,
  settings: SourceGiven["settings"],
  signal: AbortSignal,
): Promise<string[] | Failed> {
  const missing: string[] = [];
  for (const { id, holds } of streamsRead(system, settings)) {
    const { path = "", query = {} } = PROBES[id] ?? {};
    const reply = await askMautic(account, path, query, signal);
    if (!isFailed(reply)) continue;
    if (reply.cause !== "refused") return reply;
    missing.push(
      `${reply.words.replace(/\.$/, "")}, so ${holds} cannot be read: its role needs ‘View’ of others’ contacts.`,
    );
  }
  return missing;
}
