import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { connection } from "@/db/schema/connection";
import { notice, noticeDelivery } from "@/db/schema/notice";
import type { Viewer } from "@/lib/access/viewer";
import { addConnection } from "@/lib/connections/commands";
import type { ChannelId } from "@/lib/notices/channels/channel";
import type { NoticeKind } from "@/lib/notices/kinds";
import { saveNoticeSettings } from "@/lib/notices/settings/commands";
import type { NoticeSettingsInput } from "@/lib/notices/settings/input";

/** A connected way to people; answers its id. */
export async function aChannel(
  admin: Viewer,
  system: ChannelId,
  given: { settings?: Record<string, string>; secrets?: Record<string, string> },
  now: Date,
): Promise<string> {
  const name = `${system} ${crypto.randomUUID()}`;
  const whole = { settings: {}, secrets: {}, ...given };
  const outcome = await addConnection(admin, { system, name, ...whole }, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}

/** Has a person be told of kinds by connections; `rest` sets their quiet hours. */
export async function chooses(
  person: Viewer,
  kinds: readonly NoticeKind[],
  connectionIds: readonly string[],
  now: Date,
  rest: Partial<NoticeSettingsInput> = {},
): Promise<void> {
  const choices = kinds.flatMap((kind) =>
    connectionIds.map((connectionId) => ({ kind, connectionId })),
  );
  const none = { off: false, quietFrom: null, quietUntil: null, quietWeekends: false };
  const outcome = await saveNoticeSettings(person, { ...none, choices, ...rest }, now);
  if (!outcome.ok) throw new Error(outcome.reason);
}

/** A lead of the only rep there is, documented until it is routed. */
export async function aRoutedLead(ops: Viewer, now: Date): Promise<string> {
  const leadId = await aLead(now);
  await evaluate(leadId, now);
  await document(ops, leadId, now);
  return leadId;
}

/** The deliveries about a lead, with their connection's system. */
export async function deliveriesAbout(leadId: string) {
  return db
    .select({
      id: noticeDelivery.id,
      state: noticeDelivery.state,
      tries: noticeDelivery.tries,
      words: noticeDelivery.words,
      dueAt: noticeDelivery.dueAt,
      claimedUntil: noticeDelivery.claimedUntil,
      kind: notice.kind,
      system: connection.system,
    })
    .from(noticeDelivery)
    .innerJoin(notice, eq(notice.id, noticeDelivery.noticeId))
    .innerJoin(connection, eq(connection.id, noticeDelivery.connectionId))
    .where(eq(notice.leadId, leadId));
}
