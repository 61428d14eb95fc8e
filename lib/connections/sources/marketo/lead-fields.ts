import { z } from "zod";
import { type Failed, unreadable } from "@/lib/enrichment/http/http";
import { DAY } from "@/lib/platform/durations";
import type { Json } from "@/lib/standard/field";
import { askMarketo } from "./ask";
import type { MarketoFailed } from "./errors";
import type { MarketoAccount } from "./token";

/** Marketo's own fields by the names that leads have here; company's are the lead's, too. */
export const FIELDS = {
  email: "email",
  firstName: "firstName",
  lastName: "lastName",
  jobTitle: "title",
  company: "company",
  companyDomain: "website",
  employees: "numberOfEmployees",
  industry: "industry",
  language: "preferredLanguage",
  region: "country",
  channel: "leadSource",
} as const;
const READ = [...Object.values(FIELDS), "id", "phone", "mobilePhone", "leadScore", "updatedAt"];
/** Every lead has these: Marketo answers with them where none are asked for. */
const ALWAYS: readonly string[] = ["id", "email", "updatedAt", "firstName", "lastName"];

/** 'Field … not found': one that is asked for was renamed or taken away. */
const UNKNOWN_FIELD = "1006";

/** The fields that are asked for, and when they were learned, in ms: an admin there may add one. */
const known = z.object({ fields: z.array(z.string()).min(1), learned: z.number() });
type Known = z.infer<typeof known>;

const described = z.object({
  result: z.array(z.object({ rest: z.object({ name: z.string() }).optional() })),
});

/**
 * Of the fields that are read, those that this Marketo has: a question for one that it has not is
 * refused as a whole (1006), and not every one has the language
 * (https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads, Describe).
 */
async function learned(
  account: MarketoAccount,
  now: Date,
  signal: AbortSignal,
): Promise<Known | Failed> {
  const answer = await askMarketo(account, "/rest/v1/leads/describe.json", {}, now, signal);
  if ("answer" in answer) return answer;
  const told = described.safeParse(answer.json).data;
  if (!told) return unreadable();
  const there = new Set([...ALWAYS, ...told.result.map(({ rest }) => rest?.name)]);
  return { fields: READ.filter((name) => there.has(name)), learned: now.getTime() };
}

/**
 * Leads by their numbers, of which one question takes 300, with the fields that this Marketo has.
 * `position` keeps what those are for a day, or until one of them is gone.
 */
export async function askLeads(
  account: MarketoAccount,
  { position, ids, now }: { position: Json | null; ids: readonly string[]; now: Date },
  signal: AbortSignal,
): Promise<{ json: unknown; position: Json } | MarketoFailed> {
  const ask = ({ fields }: Known) => {
    const filter = { filterType: "id", filterValues: ids.join(","), batchSize: "300" };
    const query = { ...filter, fields: fields.join(",") };
    return askMarketo(account, "/rest/v1/leads.json", query, now, signal);
  };
  const before = known.safeParse(position).data;
  if (before && now.getTime() - before.learned < DAY) {
    const answer = await ask(before);
    if ("json" in answer) return { ...answer, position: before };
    if (answer.code !== UNKNOWN_FIELD) return answer;
  }
  const fresh = await learned(account, now, signal);
  if ("answer" in fresh) return fresh;
  const answer = await ask(fresh);
  return "answer" in answer ? answer : { ...answer, position: fresh };
}
