import type { RoutedElsewhere } from "../crm";
import type { Question } from "./changed";
import type { Org } from "./org";

/**
 * What LeanData's package stamps on a Lead and we read; an org may have some of it, or none.
 * `Routing_Action__c` is a text of its last action: 'assigned', 'converted', 'merged'.
 */
const ACTION = "LeanData__Routing_Action__c";
const ACCOUNT = "LeanData__Matched_Account_Name__c";
const SEGMENT = "LeanData__Segment__c";
const STAMPS = [ACTION, ACCOUNT, SEGMENT];

/** A package is not installed every minute, and a large org describes a lead in megabytes. */
const KEPT_MS = 3_600_000;
const kept = new Map<string, { stamps: readonly string[]; until: number }>();

/** The stamps that an org has, by its own description of a lead; looked up once an hour. */
export async function stampsOf(org: Org): Promise<readonly string[]> {
  const key = org.instanceUrl;
  const known = kept.get(key);
  if (known && known.until > performance.now()) return known.stamps;
  const { fields } = await org.describe("Lead");
  const names = new Set(fields.map(({ name }) => name));
  const stamps = names.has(ACTION) ? STAMPS.filter((stamp) => names.has(stamp)) : [];
  kept.set(key, { stamps, until: performance.now() + KEPT_MS });
  return stamps;
}

type Row = { [field: string]: unknown };
type Owner = { Name: string; Email: string | null } | null;

const textOf = (row: Row, field: string) => {
  const text = row[field];
  return typeof text === "string" && text.trim() ? text.trim() : null;
};

/** 'LeanData: assigned, matched account Nordlys Frakt AS'; null where it stamped nothing. */
export function leanReason(row: Row): string | null {
  const action = textOf(row, ACTION);
  if (action === null) return null;
  const [account, segment] = [textOf(row, ACCOUNT), textOf(row, SEGMENT)];
  const told = [
    action,
    ...(account ? [`matched account ${account}`] : []),
    ...(segment ? [`segment ${segment}`] : []),
  ];
  return `LeanData: ${told.join(", ")}`;
}

/** The question for leads that LeanData assigned and that Baton has not written; null without its package. */
export function assignedQuestion(stamps: readonly string[], idField: string): Question | null {
  if (stamps.length === 0) return null;
  const fields = ["Id", "Email", "Owner.Name", "Owner.Email", ...stamps, "SystemModstamp"];
  const free = `${idField} = null AND IsConverted = false AND Email != null`;
  return {
    select: `SELECT ${fields.join(", ")} FROM Lead`,
    where: `${free} AND ${ACTION} LIKE '%assign%'`,
  };
}

/** A lead that a queue has is routed to nobody; what was decided before is so no more. */
export function decisionOf(row: Row & { SystemModstamp: string }): RoutedElsewhere[] {
  const [email, owner, reason] = [textOf(row, "Email"), row.Owner as Owner, leanReason(row)];
  if (!email || !reason) return [];
  const decidedAt = new Date(row.SystemModstamp);
  return [{ email: email.toLowerCase(), owner: owner?.Email || null, reason, decidedAt }];
}
