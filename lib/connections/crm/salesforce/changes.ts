import type { CrmChanges, DealChange, NotWritten, ReadFrom, RecordChange } from "../crm";
import { NoAnswer } from "../no-answer";
import { type ListRead, markOf } from "../reading/marks";
import { changed, type Question } from "./changed";
import { assignedQuestion, decisionOf, leanReason, stampsOf } from "./lean-data";
import { listed, type Org, rowsOf, theirTime } from "./org";

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

const DEAL = "SELECT Id, CreatedDate, CloseDate, IsWon, StageName, SystemModstamp FROM Opportunity";
/** So many ids are named in one query. */
const NAMED = 200;

/**
 * What changed on the leads that Baton wrote, and on the deals that they became, by
 * SystemModstamp, which every change moves, also one by a trigger or an integration; and to whom
 * LeanData gave leads that Baton has not written, where its package is there.
 */
export async function changesSince(org: Org, idField: string, from: ReadFrom): Promise<CrmChanges> {
  const stamps = await stampsOf(org);
  const { leads, moved, routed } = await changedLists(org, idField, stamps, from);
  const newly = leads.rows.flatMap(({ ConvertedOpportunityId: id }) => (id ? [id] : []));
  const made = await dealsBy(org, newly);
  const deals = new Map([...made, ...moved.rows].map((row) => [row.Id, dealOf(row)]));
  return {
    records: leads.rows.map((row) => recordOf(row, idField)),
    deals: [...deals.values()],
    routed: routed ? routed.rows.flatMap(decisionOf) : [],
    marks: { leads: leads.mark, moved: moved.mark, ...(routed ? { routed: routed.mark } : {}) },
    broke: routed?.broke ?? moved.broke,
    theirs: theirTime(org),
  };
}

type Lists = {
  leads: ListRead<LeadRow>;
  moved: ListRead<DealRow>;
  routed: ListRead<LeadRow> | null;
};

/** The lists, each from its mark on. One that fails ends the others, and they stay at theirs. */
async function changedLists(
  org: Org,
  idField: string,
  stamps: readonly string[],
  { since, marks }: ReadFrom,
): Promise<Lists> {
  const fields = `Id, ${[idField, ...stamps].join(", ")}, Status, Owner.Name, Owner.Email, ConvertedContactId, ConvertedOpportunityId, SystemModstamp`;
  const ours = { select: `SELECT ${fields} FROM Lead`, where: `${idField} != null` };
  const became = {
    select: DEAL,
    where: `Id IN (SELECT ConvertedOpportunityId FROM Lead WHERE ${idField} != null)`,
  };
  const after = async <R extends LeadRow | DealRow>(
    earlier: NotWritten | undefined,
    list: keyof Lists,
    question: Question,
  ): Promise<ListRead<R>> => {
    const mark = markOf(marks, list, since);
    return earlier ? { rows: [], mark, broke: earlier } : changed<R>(org, mark, question);
  };
  const leads = await after<LeadRow>(undefined, "leads", ours);
  if (leads.broke && leads.rows.length === 0) throw new NoAnswer(leads.broke);
  const moved = await after<DealRow>(leads.broke, "moved", became);
  const assigned = assignedQuestion(stamps, idField);
  const routed = assigned && (await after<LeadRow>(moved.broke, "routed", assigned));
  return { leads, moved, routed };
}

/** Deals by their ids. */
async function dealsBy(org: Org, ids: readonly string[]): Promise<DealRow[]> {
  const found: DealRow[] = [];
  for (let from = 0; from < ids.length; from += NAMED)
    found.push(
      ...(await rowsOf<DealRow>(
        org,
        `${DEAL} WHERE Id IN ${listed(ids.slice(from, from + NAMED))}`,
      )),
    );
  return found;
}
