import { z } from "zod";
import { capitalised } from "@/lib/platform/shown-text";
import type { CrmChanges, DealChange, NotWritten, ReadFrom, RecordChange } from "../crm";
import { answerOf } from "../no-answer";
import { type ListRead, markOf, startOf, whileListing } from "../reading/marks";
import { type Account, allOf } from "./account";
import { changed, type List, timeOf } from "./changed";
import { fieldsOf, idFieldOf } from "./fields";
import { type Lead, leadShape } from "./leads";
import { activeUsers, type User } from "./users";

const deal = z.object({
  id: z.number().transform(String),
  status: z.string(),
  add_time: z.string(),
  won_time: z.string().nullish(),
  update_time: z.string().nullish(),
  stage_id: z.number().nullish(),
  owner_id: z.number().nullish(),
  custom_fields: z.record(z.string(), z.unknown()).nullish(),
});
type Deal = z.infer<typeof deal>;
const stage = z.object({ id: z.number(), name: z.string() });

const LEADS: List<Lead> = {
  path: "/api/v1/leads",
  query: { sort: "update_time DESC" },
  shape: leadShape,
};
const ARCHIVED: List<Lead> = { ...LEADS, path: "/api/v1/leads/archived" };
const dealsSince = (since: Date): List<Deal> => ({
  path: "/api/v2/deals",
  shape: deal,
  query: {
    updated_since: `${since.toISOString().slice(0, 19)}Z`,
    sort_by: "update_time",
    sort_direction: "desc",
  },
});

type Lists = { leads: ListRead<Lead>; archived: ListRead<Lead> | null; deals: ListRead<Deal> };

/** The three lists, each from its mark on. One that fails ends the others, and they stay at theirs. */
async function changedLists(account: Account, { since, marks }: ReadFrom): Promise<Lists> {
  const markIn = (list: keyof Lists) => markOf(marks, list, since);
  const none = (list: keyof Lists, broke: NotWritten) => ({ rows: [], mark: markIn(list), broke });
  const leads = await changed(account, markIn("leads"), LEADS);
  if (leads.broke)
    return { leads, archived: none("archived", leads.broke), deals: none("deals", leads.broke) };
  const archived = await answerOf(() => changed(account, markIn("archived"), ARCHIVED));
  // Where an account has no list of archived leads, there are none that we could see.
  const isGone =
    "answer" in archived && archived.cause === "broken" && /deleted/.test(archived.words);
  const past = isGone ? null : "answer" in archived ? none("archived", archived) : archived;
  if (past?.broke) return { leads, archived: past, deals: none("deals", past.broke) };
  const mark = markIn("deals");
  const deals = await answerOf(() => changed(account, mark, dealsSince(startOf(mark))));
  return { leads, archived: past, deals: "answer" in deals ? none("deals", deals) : deals };
}

const ownerOf = (users: readonly User[], id: number | null | undefined) => {
  const user = users.find((one) => one.id === id);
  return user ? { name: user.name, email: user.email } : null;
};

/** What changed on leads, and on the deals that they became. */
export async function changesSince(account: Account, from: ReadFrom): Promise<CrmChanges> {
  const id = idFieldOf((await fieldsOf(account)).lead, account.idName);
  if (!id) return { records: [], deals: [], marks: from.marks };
  const listing = { ...account, signal: whileListing(account.signal) };
  const { leads, archived, deals } = await changedLists(listing, from);
  const past = (archived?.rows ?? []).map((one): Lead => ({ ...one, is_archived: true }));
  const those = [...leads.rows, ...past];
  const users = those.length + deals.rows.length > 0 ? await activeUsers(account) : [];
  const ours = deals.rows.filter((one) => one.custom_fields?.[id.key]);
  const stages = ours.length > 0 ? await allOf(account, "/api/v2/stages", {}, stage) : [];
  return {
    records: [
      ...those.flatMap((one) => leadRecord(one, String(one[id.key] ?? ""), users)),
      ...ours.map((one) => dealRecord(one, String(one.custom_fields?.[id.key]), users)),
    ],
    deals: ours.map((one) => dealChange(one, stages)),
    marks: {
      leads: leads.mark,
      deals: deals.mark,
      ...(archived ? { archived: archived.mark } : {}),
    },
    broke: deals.broke,
  };
}

function leadRecord(one: Lead, leadId: string, users: readonly User[]): RecordChange[] {
  if (!leadId) return [];
  const stage = one.is_archived ? "Archived" : "Open";
  const owner = ownerOf(users, one.owner_id);
  return [{ ...{ leadId, object: "lead", recordId: one.id, dealId: null }, owner, stage }];
}

const dealRecord = (one: Deal, leadId: string, users: readonly User[]): RecordChange => ({
  leadId,
  object: "deal",
  recordId: one.id,
  dealId: one.id,
  stage: one.status,
  owner: ownerOf(users, one.owner_id),
});

const dealChange = (one: Deal, stages: readonly z.infer<typeof stage>[]): DealChange => ({
  dealId: one.id,
  openedAt: timeOf(one.add_time),
  wonAt: one.status === "won" ? timeOf(one.won_time ?? one.update_time) : null,
  stage:
    one.status === "open"
      ? (stages.find(({ id }) => id === one.stage_id)?.name ?? "Open")
      : capitalised(one.status),
});
