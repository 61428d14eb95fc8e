import { z } from "zod";
import type { HubspotObject } from "../../sources/hubspot/objects";
import type { DealChange, NotWritten } from "../crm";
import { answerOf } from "../no-answer";
import type { Mark } from "../reading/marks";
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

type ChangedDeals = { changes: DealChange[]; mark: Mark | null; broke?: NotWritten | undefined };

/** A clock that is off by more is none, so that what is stamped earlier is from before. */
const CLOCK_OFF_MS = 86_400_000;

/**
 * The deals that changed since a mark, with the leads whose contacts they hang on. Of deals those are
 * asked for that were opened since the first handoff (`handedOverSince`), as others are no lead's;
 * whose they are is asked of each that comes, since a search for the deals of our contacts would have
 * to name every one of these. In which pipeline a deal is makes no difference: none is ours or theirs
 * by its name. Where HubSpot cannot tell, the mark stays as it is; null where nobody may see deals, or
 * no lead is there yet. `listing` is the account with the time limit of lists.
 */
export async function changedDeals(
  account: Account,
  listing: Account,
  mark: Mark,
  handedOverSince: Date | null,
): Promise<ChangedDeals> {
  if (!handedOverSince) return { changes: [], mark: null };
  const from = String(handedOverSince.getTime() - CLOCK_OFF_MS);
  const only = [{ propertyName: "createdate", operator: "GTE", value: from }];
  const asked = { changed: CHANGED, properties: ASKED, only };
  const seen = await answerOf(async () => {
    const { rows, ...read } = await changedSince(listing, "deals", asked, mark);
    return { ...read, changes: rows.length > 0 ? await oursOf(account, rows) : [] };
  });
  if (!("answer" in seen)) return seen;
  // Who may not see deals still learns of owners; the test of the connection names the scope.
  if (seen.cause === "unauthorised") return { changes: [], mark: null };
  return { changes: [], mark, broke: seen };
}

/** Those of the deals that hang on leads of ours. */
async function oursOf(account: Account, deals: readonly HubspotObject[]): Promise<DealChange[]> {
  const leads = await leadsOf(
    account,
    deals.map(({ id }) => id),
  );
  const ours = deals.filter(({ id }) => leads.has(id));
  const stages = ours.length > 0 ? await stageNames(account) : new Map<string, string>();
  return ours.flatMap((deal) => dealOf(deal, leads, stages));
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
      dealId: id,
      openedAt,
      wonAt: isWon ? closed : null,
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
