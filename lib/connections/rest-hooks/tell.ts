import { failed } from "@/lib/enrichment/http";
import type { Clock } from "@/lib/platform/clock";
import type { Written } from "../crm/crm";
import type { SendingConnection, ToTell } from "../outbox/sending/queries";
import { Unreadable } from "../seal";
import { openSecrets } from "../secrets";
import { hookDocumentOf } from "./document";
import { post } from "./post";
import { hookEventsOf } from "./rest-hook";
import { signedHeaders } from "./signed";

/** What a row says to a hook: of its own handoff, not of the one that the lead has now. */
export function hookDocumentOfRow(row: ToTell) {
  const { kind, at, handoffId, own, ownAnswer: answer, note, author } = row;
  const remark = note && { text: note.text, at: note.at, author: author ?? "Somebody" };
  return hookDocumentOf({ kind, at, handoffId, own, answer, note: remark });
}

/** Why a row is not told to a hook; null where it is. */
export function whyNotTold({ settings }: SendingConnection, row: ToTell): string | null {
  const document = hookDocumentOfRow(row);
  if (!document) return "It was taken back before it went out.";
  const wanted = hookEventsOf(settings).includes(document.type);
  return wanted ? null : `It asked for no ${document.type}.`;
}

/** Posts rows to a hook one after the other, each under its own id, which is the same over all tries. */
export async function tellHook(
  connected: SendingConnection,
  rows: readonly ToTell[],
  clock: Clock,
  signal: AbortSignal,
): Promise<Written[]> {
  const secret = secretOf(connected);
  const { address } = connected.settings;
  if (!secret || typeof address !== "string")
    return rows.map(({ id }) => ({
      id,
      not: failed("unauthorised", "Its secret cannot be read any more."),
    }));
  const told: Written[] = [];
  for (const row of rows) {
    const body = JSON.stringify(hookDocumentOfRow(row));
    const headers = signedHeaders(secret, { id: row.id, body }, clock());
    const posted = await post(new URL(address), { headers, body }, signal);
    told.push(
      posted.ok
        ? { id: row.id, told: true }
        : {
            id: row.id,
            not: {
              ...posted.not,
              ...(posted.final && { final: true }),
              ...(posted.gone && { gone: true }),
            },
          },
    );
    if (!posted.ok && !posted.final) break;
  }
  return told;
}

function secretOf({ id, secrets }: SendingConnection): string | null {
  try {
    return openSecrets(secrets, id).signingSecret ?? null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
