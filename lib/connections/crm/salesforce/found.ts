import type { Going } from "../crm";
import { listed, type Org, rowsOf } from "./org";

type LeadRow = {
  Id: string;
  Email: string | null;
  IsConverted: boolean;
  ConvertedContactId: string | null;
} & { [field: string]: unknown };

/** The record that a lead has there already. `many`: others there have its address, too. */
export type Found = {
  recordId: string;
  convertedTo: string | null;
  isConverted: boolean;
  many: boolean;
};

/**
 * The records of leads: by our id, else by the address where nobody's id stands on it yet, so that
 * a lead that Salesforce knows already does not become a second one. The latest changed counts.
 */
export async function foundLeads(
  org: Org,
  idField: string,
  going: readonly Going[],
): Promise<Map<string, Found>> {
  const emails = [...new Set(going.flatMap(({ email }) => (email ? [email] : [])))];
  const ids = listed(going.map(({ leadId }) => leadId));
  // An empty text would find every lead without an address.
  const orByEmail =
    emails.length > 0 ? ` OR (${idField} = null AND Email IN ${listed(emails)})` : "";
  const rows = await rowsOf<LeadRow>(
    org,
    `SELECT Id, Email, IsConverted, ConvertedContactId, ${idField} FROM Lead WHERE ${idField} IN ${ids}` +
      `${orByEmail} ORDER BY LastModifiedDate DESC LIMIT 2000`,
  );
  const found = new Map<string, Found>();
  for (const { leadId, email } of going) {
    const own = rows.find((row) => row[idField] === leadId);
    const same = rows.filter(
      (row) => !row[idField] && email && row.Email?.toLowerCase() === email.toLowerCase(),
    );
    const row = own ?? same.find(({ IsConverted }) => !IsConverted);
    if (!row) continue;
    found.set(leadId, {
      recordId: row.Id,
      isConverted: row.IsConverted,
      convertedTo: row.ConvertedContactId,
      many: !own && same.length > 1,
    });
  }
  return found;
}

/** The active users by their addresses, in lower case. */
export async function usersBy(org: Org, emails: readonly string[]): Promise<Map<string, string>> {
  if (emails.length === 0) return new Map();
  const rows = await rowsOf<{ Id: string; Email: string }>(
    org,
    `SELECT Id, Email FROM User WHERE IsActive = true AND Email IN ${listed(emails)} ORDER BY CreatedDate`,
  );
  return new Map(rows.toReversed().map(({ Id, Email }) => [Email.toLowerCase(), Id]));
}
