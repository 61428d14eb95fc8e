import { z } from "zod";
import type { HubspotObject } from "../../sources/hubspot/objects";
import type { DealChange } from "../crm";
import { answerOf, NoAnswer } from "../no-answer";
import { type Account, objectsBy, told } from "./account";
import { changedSince } from "./searched";

const CHANGED = "hs_lastmodifieddate";
const ASKED = ["createdate", "closedate", "dealstage", "hs_is_closed_won", CHANGED];
const BATCH = 100;

const associations = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: z.string() }),
      to: z.array(z.object({ toObjectId: z.union([z.string(), z.number()]).transform(String) })),
    }),
  ),
});
const pipelines = z.object({
  results: z.array(z.object({ stages: z.array(z.object({ id: z.string(), label: z.string() })) })),
});

/** The deals that changed since a moment, with the leads whose contacts they hang on. */
export async function changedDeals(
  account: Account,
  since: Date,
): Promise<{ changes: DealChange[]; until: Date }> {
  const asked = { changed: CHANGED, properties: ASKED };
  const seen = await answerOf(() => changedSince(account, "deals", asked, since));
  if ("answer" in seen) {
    // Who may not see deals still learns of owners; the test of the connection names the scope.
    if (seen.cause !== "unauthorised") throw new NoAnswer(seen);
    return { changes: [], until: new Date(8.64e15) };
  }
  const { objects, until } = seen;
  if (objects.length === 0) return { changes: [], until };
  const leads = await leadsOf(
    account,
    objects.map(({ id }) => id),
  );
  const ours = objects.filter(({ id }) => leads.has(id));
  const stages = ours.length > 0 ? await stageNames(account) : new Map<string, string>();
  return { changes: ours.flatMap((deal) => dealOf(deal, leads, stages)), until };
}

function dealOf(
  { id, properties: of }: HubspotObject,
  leads: ReadonlyMap<string, string[]>,
  stages: ReadonlyMap<string, string>,
): DealChange[] {
  const openedAt = new Date(of.createdate ?? "");
  if (Number.isNaN(openedAt.getTime())) return [];
  const closed = new Date(of.closedate ?? "");
  const isWon = of.hs_is_closed_won === "true" && !Number.isNaN(closed.getTime());
  const stage = of.dealstage ?? "";
  return [
    {
      ...{ dealId: id, openedAt, wonAt: isWon ? closed : null },
      stage: stages.get(stage) ?? stage,
      leadIds: leads.get(id) ?? [],
    },
  ];
}

/** Which leads' contacts deals hang on; deals that hang on nobody of ours are left out. */
async function leadsOf(account: Account, dealIds: readonly string[]) {
  const contactsOf = new Map<string, string[]>();
  for (let from = 0; from < dealIds.length; from += BATCH) {
    const inputs = dealIds.slice(from, from + BATCH).map((id) => ({ id }));
    const path = "/crm/v4/associations/deals/contacts/batch/read";
    const { results } = await told(account, path, { body: { inputs } }, associations);
    for (const { from: deal, to } of results)
      contactsOf.set(
        deal.id,
        to.map(({ toObjectId }) => toObjectId),
      );
  }
  const ids = [...new Set([...contactsOf.values()].flat())];
  const contacts = await objectsBy(account, "contacts", null, ids, [account.idField]);
  const leadOf = new Map(contacts.map((one) => [one.id, one.properties[account.idField]]));
  return new Map(
    [...contactsOf].flatMap(([dealId, on]) => {
      const leads = on.flatMap((id) => leadOf.get(id) || []);
      return leads.length > 0 ? [[dealId, leads] as const] : [];
    }),
  );
}

/** Stages have numbers for ids; people know them by their names. */
async function stageNames(account: Account): Promise<Map<string, string>> {
  const { results } = await told(account, "/crm/v3/pipelines/deals", {}, pipelines);
  const named = results.flatMap(({ stages }) => stages);
  return new Map(named.map(({ id, label }) => [id, label]));
}
