type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A path with the parameters that say something; `false`, null and "" are left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === false || value === "") continue;
    search.set(name, value === true ? "1" : String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** The rep's queue, filtered. */
export const queueAddress = (query?: Query) => address("/queue", query);
/** More rows of a queue, as JSON: the list's own parameters and `after` how many. */
export const queueRowsAddress = (query?: Query) => address("/api/queue", query);
/** How to reach one lead, as JSON. */
export const queueReachAddress = (lead: string) => address("/api/queue/reach", { lead });
/** One's own leads by name or company, as JSON. */
export const findLeadsAddress = (words: string) => address("/api/queue/find", { words });
/** The handoff page of a lead; `query` is the list one came from. */
export const leadAddress = (id: string, query?: Query) => address(`/leads/${id}`, query);
/** What needs marketing ops. */
export const opsAddress = (query?: Query) => address("/ops", query);
/** The editor of a lead; `query` is the list one came from. */
export const opsLeadAddress = (id: string, query?: Query) => address(`/ops/${id}`, query);
/** The team’s library of flags. */
export const phrasesAddress = () => "/settings/phrases";
/** Where a page says that somebody works on its lead. */
export const workAddress = () => "/api/ops/work";
/** Completeness and the audits of it. */
export const auditsAddress = () => "/audit";
/** Where a sample is drawn; `query` are the terms to draw by. */
export const drawAddress = (query?: Query) => address("/audit/draw", query);
/** One audit. */
export const auditAddress = (id: string) => `/audit/${id}`;
/** One lead of an audit, by its place in the sample. */
export const auditLeadAddress = (id: string, place: number) => `/audit/${id}/leads/${place}`;
/** The verdicts of an audit as a CSV file. */
export const auditCsvAddress = (id: string) => `/api/audits/${id}/csv`;
/** What audits found that somebody is to mend. */
export const findingsAddress = () => "/audit/findings";
/** What the machine counts as complete and a person does not. */
export const fakesAddress = () => "/audit/fake-completeness";
/** Completeness over time; `query` is the view. */
export const trendsAddress = (query?: Query) => address("/audit/trends", query);
/** The handoffs behind one point of a trend; `query` is the view, the period and the line. */
export const trendLeadsAddress = (query?: Query) => address("/audit/trends/leads", query);
/** Whether warm handoffs sell more. */
export const outcomesAddress = () => "/outcomes";
/** What sends to Baton and what Baton sends to. */
export const connectionsAddress = () => "/connections";
/** What one connection sent; `query` says which of it. */
export const connectionAddress = (id: string, query?: Query) =>
  address(`/connections/${id}`, query);
/** One event of a connection. */
export const eventAddress = (id: string, event: string) => `/connections/${id}/events/${event}`;
/** Where a system that sends calls one of its connections (contract). */
export const webhookAddress = (system: string, connectionId: string) =>
  `/api/webhooks/${system}/${connectionId}`;
/** The enrichment chain: which provider is asked when, and what it may fill. */
export const chainAddress = () => "/connections/chain";
/** What each verifier's answers are taken for. */
export const verdictsAddress = (query?: Query) => address("/connections/verdicts", query);
/** Where each field comes from and goes to. */
export const fieldMapAddress = () => "/connections/fields";
/** Which value goes to which field of a CRM. */
export const crmMapAddress = (connectionId: string) => `/connections/${connectionId}/fields`;
/** Where a file is chosen and its columns are named; `query` holds the uploaded `file`. */
export const importAddress = (query?: Query) => address("/connections/import", query);
/** One import, while it runs and after. */
export const importRunAddress = (id: string) => `/connections/import/${id}`;
/** The written standard: in force, the draft, or its versions. */
export const standardAddress = (query?: Query) => address("/standard", query);
/** How long a rep has, and what happens when that passes. */
export const slaSettingsAddress = () => "/settings/sla";
/** The ideal customer profile. */
export const icpAddress = () => "/settings/icp";
/** The scoring model: weights, rules, threshold, trend. */
export const modelAddress = () => "/settings/model";
/** What is one's own: time zone, and for a rep hours and absences. */
export const ownSettingsAddress = () => "/settings/you";
/** Who gets which leads. */
export const routingAddress = () => "/settings/routing";
/** What the exclusion rules go by. */
export const trailSettingsAddress = () => "/settings/trail";
/** What a person wants to be told of, and by what. */
export const noticeSettingsAddress = () => "/settings/notices";
