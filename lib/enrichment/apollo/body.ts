import { z } from "zod";
import { amount, text, texts } from "../facts/answer-schema";

/** A company; `primary_domain` is what Apollo keys it by. */
const apolloOrganization = z.object({
  id: z.string(),
  name: text,
  primary_domain: text,
  website_url: text,
  industry: text,
  secondary_industries: texts,
  estimated_num_employees: amount,
  annual_revenue: amount,
  technology_names: texts,
});
export type ApolloOrganization = z.infer<typeof apolloOrganization>;

/**
 * A person. `person.contact` stands beside it in real answers: the copy in the customer's own CRM,
 * which may be of somebody else (in Apollo's sample it is). It is not read, and neither are the
 * numbers beside it: the person's own come later.
 */
const apolloPerson = z.object({
  id: z.string(),
  first_name: text,
  last_name: text,
  name: text,
  title: text,
  email: text,
  linkedin_url: text,
  country: text,
  employment_history: z
    .array(z.object({ current: z.boolean().nullish(), organization_name: text }))
    .nullish()
    .catch(null),
  organization: apolloOrganization.nullish(),
});
export type ApolloPerson = z.infer<typeof apolloPerson>;

/** No match is a 200 with null (docs.apollo.io, People Enrichment). */
export const apolloMatch = z.object({
  person: apolloPerson.nullable(),
  /** By what the numbers are asked after; not `phone_enrichment.request_id`, which is another. */
  request_id: z
    .string()
    .regex(/^-?\d+$/)
    .nullish()
    .catch(null),
});

const word = z.string().nullish().catch(null);

/** A number; Apollo writes each of its codes with `_cd` at its end, or without. */
const apolloPhone = z
  .object({
    sanitized_number: word,
    raw_number: word,
    type: word,
    type_cd: word,
    status: word,
    status_cd: word,
    dnc_status: word,
    dnc_status_cd: word,
  })
  .transform((one) => ({
    number: one.sanitized_number ?? one.raw_number ?? null,
    type: one.type_cd ?? one.type ?? "",
    status: one.status_cd ?? one.status ?? "",
    dnc: one.dnc_status_cd ?? one.dnc_status ?? "",
  }));
export type ApolloPhone = z.output<typeof apolloPhone>;

/** What has become of a request for numbers (docs.apollo.io, Retrieve Mobile Phone Numbers). */
export const apolloNumbers = z.object({
  webhook_status: z.string(),
  webhook_result: z
    .object({ people: z.array(z.object({ phone_numbers: z.array(apolloPhone).nullish() })) })
    .nullish(),
});

/** An unknown company is a 200 with null, or with an empty body; an error is neither. */
export const apolloEnriched = z.union([
  z.object({ organization: apolloOrganization.nullable() }),
  z.strictObject({}).transform(() => ({ organization: null })),
]);

/** Error bodies have some of these; a 401 is plain text. */
export const apolloError = z.object({
  error: text,
  error_code: text,
  message: text,
  retry_after_seconds: amount,
});
