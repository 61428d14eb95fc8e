import type { Reader } from "@/lib/platform/format";
import { triggerFor } from "@/lib/scoring/trigger/trigger-dated";
import { dueAt, responseWindow } from "@/lib/sla/standing";
import { channelOf } from "../channels/channels";
import type { Facts } from "../message";
import { NOTHING_SET } from "../settings/quiet";
import type { Circumstances } from "./fate";
import type { DeliveryToSend } from "./queries";

/** What decides on a delivery, out of its rows. */
export function circumstancesOf(row: DeliveryToSend): Circumstances {
  const { kind, at, byRule, connection, person, settings, choices, handoffId, attempts } = row;
  return {
    kind,
    at,
    byRule,
    connection: {
      id: connection.id,
      paused: connection.paused,
      removed: connection.removedAt !== null,
      readers: channelOf(connection.system)?.readers ?? "the person",
    },
    person,
    settings: { ...NOTHING_SET, ...settings, choices },
    untried: attempts.length === 0 && (handoffId === null || row.leadStatus === "routed"),
    same: handoffId === null || row.leadHandoffId === handoffId,
  };
}

function clockOf(row: DeliveryToSend, now: Date): Facts["clock"] {
  const { routedAt, windowSeconds, calendar, attempts } = row;
  if (!routedAt || !windowSeconds || !calendar) return null;
  const owed = { routedAt, windowSeconds, calendar };
  return { window: responseWindow(owed, attempts, now), end: dueAt(owed) };
}

/** What a delivery tells, out of its rows. */
export function factsOf(row: DeliveryToSend, reader: Reader, now: Date): Facts {
  const { trigger } = row;
  return {
    leadId: row.leadId,
    words: row.noticeWords,
    name: row.handoffName ?? row.leadName ?? "",
    companyName: row.handoffCompany ?? row.leadCompany ?? "",
    trigger: trigger && triggerFor(trigger, reader, now),
    owner: row.owner,
    nextOwner: row.nextOwner,
    fieldId: row.fieldId,
    clock: clockOf(row, now),
  };
}
