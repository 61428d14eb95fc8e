import { z } from "zod";
import { amount, text, texts } from "../facts/answer-schema";

/** A company; `primary_domain` is what Apollo keys it by. */
export const apolloOrganization = z.object({
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
 * which may be of somebody else (in Apollo's sample it is). It is not read, and neither are numbers:
 * they come later, to an address of the customer's.
 */
export const apolloPerson = z.object({
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
export const apolloMatch = z.object({ person: apolloPerson.nullable() });

/** An unknown company is a 200 with null, or with an empty body; an error is neither. */
export const apolloEnriched = z.union([
  z.object({ organization: apolloOrganization.nullable() }),
  z.strictObject({}).transform(() => ({ organization: null })),
]);

/** Error bodies have some of these; a 401 is plain text. */
export const apolloError = z.object({ error: text, error_code: text, message: text });
