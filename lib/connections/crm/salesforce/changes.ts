import type { CrmChanges, DealChange, RecordChange } from "../crm";
import { assignedQuestion, decisionOf, leanReason, stampsOf } from "./lean-data";
import { listed, type Org, theirTime } from "./org";

/** What commits late bears an earlier stamp: some minutes are read again, which changes nothing twice. */
const OVERLAP_MS = 5 * 60_000;
/** More at once is a mass change; the rest is read the next time. */
const MOST = 10_000;

type LeadRow = {
  Id: string;
  Status: string | null;
  Owner: { Name: string; Email: string | null } | null;
  ConvertedContactId: string | null;
  ConvertedOpportunityId: string | null;
  SystemModstamp: string;
} & { [field: string]: unknown };

type DealRow = {
  Id: string;
  CreatedDate: string;
  CloseDate: string | null;
  IsWon: boolean;
  StageName: string;
  SystemModstamp: string;
};

const all = async <R extends object>(org: Org, soql: string): Promise<R[]> =>
  (await org.query<R>(soql, { autoFetch: true, maxFetch: MOST })).records;

function reasonOf(row: LeadRow): Pick<RecordChange, "reason"> {
  const reason = leanReason(row);
  return reason === null ? {} : { reason };
}

const recordOf = (row: LeadRow, idField: string): RecordChange => ({
  ...reasonOf(row),
  leadId: String(row[idField]),
  object: row.ConvertedContactId ? "Contact" : "Lead",
  recordId: row.ConvertedContactId ?? row.Id,
  owner: row.Owner && { name: row.Owner.Name, email: row.Owner.Email },
  stage: row.Status,
  dealId: row.ConvertedOpportunityId,
});

const dealOf = ({ Id, CreatedDate, CloseDate, IsWon, StageName }: DealRow): DealChange => ({
  dealId: Id,
  openedAt: new Date(CreatedDate),
  wonAt: IsWon && CloseDate ? new Date(`${CloseDate}T12:00:00Z`) : null,
  stage: StageName,
});

const DEAL =
  "SELECT Id, CreatedDate, CloseDate, IsWon, StageName, SystemModstamp FROM Opportunity WHERE";

/**
 * What changed on the leads that Baton wrote, and on the deals that they became, since a moment, by
 * SystemModstamp, which every change moves, also one by a trigger or an integration; and to whom
 * LeanData gave leads that Baton has not written, where its package is there.
 */
export async function changesSince(org: Org, idField: string, since: Date): Promise<CrmChanges> {
  const from = new Date(since.getTime() - OVERLAP_MS).toISOString();
  const stamps = await stampsOf(org);
  const leads = await all<LeadRow>(
    org,
    `SELECT Id, ${[idField, ...stamps].join(", ")}, Status, Owner.Name, Owner.Email, ConvertedContactId,` +
      ` ConvertedOpportunityId, SystemModstamp FROM Lead WHERE ${idField} != null` +
      ` AND SystemModstamp >= ${from} ORDER BY SystemModstamp`,
  );
  const newly = leads.flatMap(({ ConvertedOpportunityId: id }) => (id ? [id] : [])).slice(0, 200);
  const moved = await all<DealRow>(
    org,
    `${DEAL} SystemModstamp >= ${from} AND Id IN (SELECT ConvertedOpportunityId FROM Lead` +
      ` WHERE ${idField} != null) ORDER BY SystemModstamp`,
  );
  const made = newly.length > 0 ? await all<DealRow>(org, `${DEAL} Id IN ${listed(newly)}`) : [];
  const question = assignedQuestion(stamps, idField, from);
  const routed = question ? await all<LeadRow>(org, question) : [];
  const deals = new Map([...made, ...moved].map((row) => [row.Id, dealOf(row)]));
  return {
    records: leads.map((row) => recordOf(row, idField)),
    deals: [...deals.values()],
    routed: routed.flatMap(decisionOf),
    until: untilOf([leads, moved, routed], since),
    theirs: theirTime(org),
  };
}

/** The last stamp that was read; of lists that were cut off, the first at which one was. */
function untilOf(lists: readonly (readonly { SystemModstamp: string }[])[], since: Date): Date {
  const ends = lists.map((rows) => new Date(rows.at(-1)?.SystemModstamp ?? since).getTime());
  const cut = ends.filter((_, index) => (lists[index]?.length ?? 0) >= MOST);
  return new Date(cut.length > 0 ? Math.min(...cut) : Math.max(since.getTime(), ...ends));
}
