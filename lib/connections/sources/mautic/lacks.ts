import type { Failed } from "@/lib/enrichment/http/http";
import { streamsRead } from "../leave-out";
import type { SourceGiven, SourceSystem } from "../source";
import type { MauticAccount } from "./account";
import { askMautic } from "./ask";
import { mergesLogged } from "./audit-log";

const VIEW = "its role needs ‘View’ of others’ contacts";

/** The least that can be asked of each stream, and what it takes. */
const PROBES: Readonly<Record<string, { asks: Probe; needs: string }>> = {
  contacts: { asks: asking("/api/contacts", { limit: "1", minimal: "1" }), needs: VIEW },
  activities: { asks: asking("/api/contacts/activity", { limit: "1" }), needs: VIEW },
  merges: {
    asks: (account, signal) => mergesLogged(account, [], { limit: 1, now: new Date() }, signal),
    needs: "let an administrator sign in, or leave out ‘merges’",
  },
};

type Probe = (account: MauticAccount, signal: AbortSignal) => Promise<object | Failed>;

function asking(path: string, query: Record<string, string>): Probe {
  return (account, signal) => askMautic(account, path, query, signal);
}

/** Everything that is missing for it to be read, one sentence for each stream. */
export async function lacksOf(
  account: MauticAccount,
  system: Pick<SourceSystem, "streams">,
  settings: SourceGiven["settings"],
  signal: AbortSignal,
): Promise<string[] | Failed> {
  const missing: string[] = [];
  for (const { id, holds } of streamsRead(system, settings)) {
    const probe = PROBES[id];
    const reply = await probe?.asks(account, signal);
    if (!probe || !reply || !("answer" in reply)) continue;
    if (reply.cause !== "refused") return reply;
    const why = reply.words.replace(/\.$/, "");
    missing.push(`${why}, so ${holds} cannot be read: ${probe.needs}.`);
  }
  return missing;
}
