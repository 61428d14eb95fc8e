import { createHash, createHmac } from "node:crypto";
import { hostOf } from "@/lib/enrichment/http/http-settings";
import { sameSignature } from "../../senders/same-signature";
import type { SenderSystem } from "../../senders/sender";
import { leaveOutSetting, wrongLeaveOut } from "../leave-out";
import type { SourceGiven, SourceReach, SourceSystem } from "../source";
import type { MauticAccount } from "./account";
import { lacksOf } from "./lacks";
import { readActivities } from "./read-activities";
import { readContacts } from "./read-contacts";
import { readMerges } from "./read-merges";
import { readMautic } from "./webhook-events";

const STREAMS = [
  { id: "contacts", holds: "contacts" },
  { id: "activities", holds: "activities" },
  { id: "merges", holds: "merged contacts" },
] as const;
const READERS = {
  contacts: readContacts,
  activities: readActivities,
  merges: readMerges,
} as const;

const SHORTEST_SECRET = 8;

const accountOf = ({ settings, secrets }: SourceGiven): MauticAccount => ({
  host: hostOf(settings, ""),
  clientId: String(settings.clientId ?? ""),
  clientSecret: secrets.clientSecret ?? "",
  user: String(settings.user ?? ""),
  password: secrets.password ?? "",
});

function reach(given: SourceGiven): SourceReach {
  const account = accountOf(given);
  return {
    lacks: (signal) => lacksOf(account, { streams: STREAMS }, given.settings, signal),
    read: (question, signal) =>
      READERS[question.stream as keyof typeof READERS](
        { ...account, connectionId: given.connectionId },
        question,
        signal,
      ),
  };
}

/**
 * Mautic, both ways in. Its webhooks bring `Webhook-Signature`, base64 of HMAC-SHA256 over the raw
 * body, which PHP wrote (https://docs.mautic.org/en/latest/webhooks), with no time and no id: a replay
 * cannot be told from a retry, so the same bytes are taken once. It forgets what it sent whatever we
 * answer, so where its address is given it is read back besides: one side's loss is the other's catch.
 */
export const mautic: SenderSystem & SourceSystem = {
  id: "mautic",
  label: "Mautic",
  settings: [
    { key: "secret", label: "Secret of its webhooks", secret: true },
    {
      key: "address",
      secret: false,
      optional: true,
      label: "Its address, to read it back, as https://mautic.example.com",
    },
    { key: "clientId", label: "Client id (OAuth 2)", secret: false, optional: true },
    { key: "clientSecret", label: "Client secret (OAuth 2)", secret: true, optional: true },
    { key: "user", label: "User name, in place of a client", secret: false, optional: true },
    { key: "password", label: "Password, in place of a client", secret: true, optional: true },
    leaveOutSetting(STREAMS),
  ],
  needs:
    "Its webhooks need a secret. To be read it takes a client of its own or a user who may view all contacts, and for what was merged an administrator.",
  source: "map",
  streams: STREAMS,
  isRead: ({ address }) => Boolean(address),
  wrong: (key, value) =>
    key === "secret" && value.length < SHORTEST_SECRET
      ? `is shorter than ${SHORTEST_SECRET} characters`
      : wrongLeaveOut(STREAMS, key, value),
  provenBy: "secret",
  prove: ({ headers, body }, { secret }) => {
    const given = headers.get("webhook-signature");
    if (!given) return { ok: false, status: 400, reason: "Webhook-Signature is missing." };
    const ours = secret && createHmac("sha256", secret).update(body).digest("base64");
    if (!ours || !sameSignature(given, ours))
      return { ok: false, status: 401, reason: "The signature is not this connection's." };
    return { ok: true, key: createHash("sha256").update(body).digest("hex") };
  },
  read: readMautic,
  reach,
};
