import { createHash, randomUUID } from "node:crypto";
import type { Failed } from "@/lib/enrichment/http/http";
import { hostOf } from "@/lib/enrichment/http/http-settings";
import { asObject, textOf } from "@/lib/intake/tracking/loose";
import { sameSignature } from "../../senders/same-signature";
import type { Arrived, SenderSystem } from "../../senders/sender";
import { leaveOutSetting, streamsRead, wrongLeaveOut } from "../leave-out";
import type { SourceGiven, SourceReach, SourceSystem } from "../source";
import { askMarketo } from "./ask";
import { DENIED, type MarketoFailed } from "./errors";
import { askLeads } from "./lead-fields";
import { readActivities } from "./read-activities";
import { readLeads } from "./read-leads";
import { readMerges } from "./read-merges";
import { readScores } from "./read-scores";
import type { MarketoAccount } from "./token";
import { behindIn } from "./ways";

const STREAMS = [
  { id: "leads", holds: "leads" },
  { id: "activities", holds: "activities" },
  { id: "merges", holds: "merged leads" },
  { id: "scores", holds: "changed scores" },
] as const;
type StreamId = (typeof STREAMS)[number]["id"];
const READERS = {
  leads: readLeads,
  activities: readActivities,
  merges: readMerges,
  scores: readScores,
} as const;

type Probe = { needs: string; ask(account: MarketoAccount, signal: AbortSignal): Asked };
type Asked = Promise<{ json: unknown } | MarketoFailed>;

const ACTIVITY_PROBE: Probe = {
  needs: "Read-Only Activity",
  ask: (account, signal) =>
    askMarketo(account, "/rest/v1/activities/types.json", {}, new Date(), signal),
};

/** The least that can be asked of each stream, and the permission that it needs. */
const PROBES: Readonly<Record<StreamId, Probe>> = {
  leads: {
    needs: "Read-Only Lead",
    ask: (account, signal) =>
      askLeads(account, { position: null, ids: ["1"], now: new Date() }, signal),
  },
  activities: ACTIVITY_PROBE,
  merges: ACTIVITY_PROBE,
  scores: ACTIVITY_PROBE,
};

const SHORTEST_SECRET = 16;
const AND = new Intl.ListFormat("en-GB");

async function lacks(
  account: MarketoAccount,
  settings: SourceGiven["settings"],
  signal: AbortSignal,
): Promise<string[] | Failed> {
  const missing: string[] = [];
  const read = streamsRead({ streams: STREAMS }, settings);
  const probes = Map.groupBy(read, ({ id }) => PROBES[id as StreamId]);
  for (const [{ ask, needs }, those] of probes) {
    const answer = await ask(account, signal);
    if (!("answer" in answer)) continue;
    if (answer.cause !== "refused") return answer;
    const why =
      answer.code === DENIED
        ? `The permission ${needs} is missing in the API user's role`
        : answer.words.replace(/\.$/, "");
    const holds = AND.format(those.map((stream) => stream.holds));
    missing.push(`${why}, so ${holds} cannot be read.`);
  }
  return missing;
}

function reach({ settings, secrets, connectionId }: SourceGiven): SourceReach {
  const account = {
    host: hostOf(settings, ""),
    clientId: String(settings.clientId ?? ""),
    clientSecret: secrets.clientSecret ?? "",
  };
  return {
    lacks: (signal) => lacks(account, settings, signal),
    read: (question, signal) =>
      READERS[question.stream as StreamId]({ ...account, connectionId }, question, signal),
  };
}

/** A template that an admin typed: of it, the lead's number is all that is believed. */
function readCall(body: unknown): Arrived {
  const nothing = { leads: [], activities: [], refused: [], passedOver: 0 };
  const id = textOf(asObject(body), "id", "leadId");
  if (!id || !/^\d{1,15}$/.test(id))
    return { ...nothing, refused: ['It has no id: write {"id": "{{lead.Id}}"} into the template'] };
  return { ...nothing, changed: [{ stream: "leads", id }] };
}

/**
 * Marketo Engage: activities by its paging token, and the leads that these name. Its webhooks are not
 * signed; they bring a secret in a header, and say only which lead is to be read.
 */
export const marketo: SenderSystem & SourceSystem = {
  id: "marketo",
  label: "Marketo",
  settings: [
    { key: "address", label: "REST address, as https://123-ABC-456.mktorest.com", secret: false },
    { key: "clientId", label: "Client id", secret: false },
    { key: "clientSecret", label: "Client secret", secret: true },
    {
      key: "webhookSecret",
      secret: true,
      optional: true,
      label: "A secret for its webhooks, sent as the header X-Baton-Secret",
    },
    leaveOutSetting(STREAMS),
  ],
  needs:
    "It needs a launch point whose API user has the permissions Read-Only Lead and Read-Only Activity.",
  source: "map",
  streams: STREAMS,
  wrong: (key, value) =>
    key === "webhookSecret" && value.length < SHORTEST_SECRET
      ? `is shorter than ${SHORTEST_SECRET} characters`
      : wrongLeaveOut(STREAMS, key, value),
  provenBy: "webhookSecret",
  prove: ({ headers }, { webhookSecret }) => {
    const given = headers.get("x-baton-secret");
    if (!given) return { ok: false, status: 400, reason: "The header X-Baton-Secret is missing." };
    const hash = (text: string) => createHash("sha256").update(text).digest("base64");
    if (!webhookSecret || !sameSignature(hash(given), hash(webhookSecret)))
      return { ok: false, status: 401, reason: "The secret is not this connection's." };
    // The same body may be sent for each change of a lead, so that every call is one of its own.
    return { ok: true, key: randomUUID() };
  },
  read: readCall,
  reach,
  behind: behindIn,
};
