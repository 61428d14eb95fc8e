import { z } from "zod";
import { type Failed, isFailed, unreadable } from "@/lib/enrichment/http/http";
import { idText, itemsOf, wholeNumber } from "../items";
import { readableActivity } from "../readable";
import { nothing, type SourcePage, type SourceQuestion } from "../source";
import { askHubspot, type HubspotApi } from "./ask";
import {
  ended,
  isListing,
  listed,
  looked,
  type NamedForm,
  notGiven,
  roundAt,
  unseenFrom,
} from "./form-round";

const listPage = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
});
const listedForm = z.object({ id: idText, name: z.string().nullish().catch(null) });
const answer = z.object({ name: z.string(), value: idText.nullish().catch(null) });
const submission = z.object({ submittedAt: wholeNumber, values: z.array(answer) });
type Submission = z.infer<typeof submission>;

const FORMS = 100;
const SUBMISSIONS = 50;

/**
 * One question of a round through all forms: no event tells of a submission, and no list holds those
 * of all forms (GET /marketing/v3/forms, GET /form-integrations/v1/submissions/forms/{guid}).
 */
export async function readForms(
  api: HubspotApi,
  { position, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const round = roundAt(position, now);
  if (isListing(round)) {
    const query = { limit: String(FORMS), formTypes: "all", after: round.listing || null };
    const reply = await askHubspot(api, "/marketing/v3/forms", { query }, signal);
    if (isFailed(reply)) return reply;
    const page = listPage.safeParse(reply.json).data;
    if (!page) return unreadable();
    const refused: string[] = [];
    const all = itemsOf(listedForm, page.results, refused);
    const named = all.map(({ id, name }) => ({ id, name: name || "Form" }));
    const next = listed(round, named, page.paging?.next?.after ?? null);
    return { ...nothing(next, true, null), refused };
  }
  const [form] = round.left;
  if (!form) return { ...nothing({}, false, null), ...ended(round, now) };
  const path = `/form-integrations/v1/submissions/forms/${encodeURIComponent(form.id)}`;
  const query = { limit: String(SUBMISSIONS), after: round.token };
  const reply = await askHubspot(api, path, { query }, signal);
  if (isFailed(reply)) {
    // One form that is not given, or was deleted meanwhile, keeps no other from being read.
    if (reply.cause !== "refused" || reply.scopes) return reply;
    return { ...nothing({}, false, null), ...notGiven(round, reply.status ?? 0, now) };
  }
  const page = listPage.safeParse(reply.json).data;
  if (!page) return unreadable();
  const from = unseenFrom(round, form, now);
  const refused: string[] = [];
  const found = itemsOf(submission, page.results, refused);
  const fresh = found.filter(({ submittedAt }) => submittedAt >= from);
  const activities = fresh.flatMap((one) => {
    const given = activityOf(one, form);
    return given ? (readableActivity(given, refused) ?? []) : [];
  });
  const times = found.map(({ submittedAt }) => submittedAt);
  const passedOver = fresh.filter((one) => !emailOf(one)).length;
  const next = looked(round, times, page.paging?.next?.after ?? null, now);
  return { records: [], activities, refused, passedOver, ...next };
}

const emailOf = ({ values }: Submission) =>
  values.find(({ name }) => name.replace(/^0-1\//, "") === "email")?.value || undefined;

/** Nobody submits one form twice in one moment: so a submission is one, which HubSpot gives no number. */
function activityOf(submission: Submission, { id, name }: NamedForm) {
  const email = emailOf(submission);
  if (!email) return null;
  const { submittedAt, values } = submission;
  return {
    id: `hubspot-form-${id}-${submittedAt}-${email.toLowerCase()}`.slice(0, 200),
    leadEmail: email,
    kind: "form_submitted",
    occurredAt: new Date(submittedAt).toISOString(),
    form: name,
    fields: Object.fromEntries(values.flatMap((one) => (one.value ? [[one.name, one.value]] : []))),
  };
}
