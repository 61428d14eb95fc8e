import { z } from "zod";
import type { CrmChanges, DealChange, RecordChange } from "../crm";
import { answerOf, NoAnswer } from "../no-answer";
import { type Account, allOf, pages } from "./account";
import { fieldsOf, idFieldOf } from "./fields";
import { type Lead, leadShape } from "./leads";
import { activeUsers, type User } from "./users";

/** What commits late bears an earlier stamp: some minutes are read again, which changes nothing twice. */
const OVERLAP_MS = 5 * 60_000;

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

/** A time as Pipedrive writes it: RFC 3339, or in UTC without saying so. */
function timeOf(text: string | null | undefined): Date {
  const told = text?.includes("T") ? text : `${text?.replace(" ", "T")}Z`;
  const at = new Date(told);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}

/** Leads that changed since, the latest first, so that what changes meanwhile is seen twice and not missed. */
async function changedLeads(account: Account, path: string, since: Date): Promise<Lead[]> {
  const changed: Lead[] = [];
  for await (const some of pages(account, path, { sort: "update_time DESC" }, leadShape)) {
    changed.push(...some.filter((one) => timeOf(one.update_time) >= since));
    if (some.some((one) => timeOf(one.update_time) < since)) break;
  }
  return changed;
}

/** Where an account has no list of archived leads, there are none that we could see. */
async function archivedLeads(account: Account, since: Date): Promise<Lead[]> {
  const found = await answerOf(() => changedLeads(account, "/api/v1/leads/archived", since));
  if (Array.isArray(found)) return found.map((one) => ({ ...one, is_archived: true }));
  if (found.cause === "broken" && /deleted/.test(found.words)) return [];
  throw new NoAnswer(found);
}

const ownerOf = (users: readonly User[], id: number | null | undefined) => {
  const user = users.find((one) => one.id === id);
  return user ? { name: user.name, email: user.email } : null;
};

/** What changed on leads, and on the deals that they became, since a moment. */
export async function changesSince(account: Account, since: Date): Promise<CrmChanges> {
  const id = idFieldOf((await fieldsOf(account)).lead, account.idName);
  if (!id) return { records: [], deals: [], until: since };
  const from = new Date(since.getTime() - OVERLAP_MS);
  const leads = [
    ...(await changedLeads(account, "/api/v1/leads", from)),
    ...(await archivedLeads(account, from)),
  ];
  const asks = {
    ...{ updated_since: `${from.toISOString().slice(0, 19)}Z` },
    ...{ sort_by: "update_time", sort_direction: "asc" },
  };
  const deals = await allOf(account, "/api/v2/deals", asks, deal);
  const users = leads.length + deals.length > 0 ? await activeUsers(account) : [];
  const ours = deals.filter((one) => one.custom_fields?.[id.key]);
  const stages = ours.length > 0 ? await allOf(account, "/api/v2/stages", {}, stage) : [];
  const ends = [...leads, ...deals].map((one) => timeOf(one.update_time).getTime());
  return {
    records: [
      ...leads.flatMap((one) => leadRecord(one, String(one[id.key] ?? ""), users)),
      ...ours.map((one) => dealRecord(one, String(one.custom_fields?.[id.key]), users)),
    ],
    deals: ours.map((one) => dealChange(one, stages)),
    until: new Date(Math.max(since.getTime(), ...ends)),
  };
}

function leadRecord(one: Lead, leadId: string, users: readonly User[]): RecordChange[] {
  if (!leadId) return [];
  const stage = one.is_archived ? "Archived" : "Open";
  const owner = ownerOf(users, one.owner_id);
  return [{ ...{ leadId, object: "lead", recordId: one.id, dealId: null }, owner, stage }];
}

const dealRecord = (one: Deal, leadId: string, users: readonly User[]): RecordChange => ({
  ...{ leadId, object: "deal", recordId: one.id, dealId: one.id, stage: one.status },
  owner: ownerOf(users, one.owner_id),
});

const dealChange = (one: Deal, stages: readonly z.infer<typeof stage>[]): DealChange => ({
  ...{ dealId: one.id, openedAt: timeOf(one.add_time) },
  wonAt: one.status === "won" ? timeOf(one.won_time ?? one.update_time) : null,
  stage:
    one.status === "open"
      ? (stages.find(({ id }) => id === one.stage_id)?.name ?? "Open")
      : one.status.charAt(0).toUpperCase() + one.status.slice(1),
});
