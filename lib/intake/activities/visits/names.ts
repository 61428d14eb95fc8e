import type { LeadInput } from "../../input";
import { byEmail, type Identity } from "../../queries";

const externals = (values: readonly (string | undefined)[]): Identity[] =>
  values.flatMap((value) => (value ? [{ kind: "external" as const, value }] : []));

/** The names under which an activity waits for its lead, the surest first. */
export const namesWaited = (of: {
  leadExternalId?: string | undefined;
  leadEmail?: string | undefined;
}): Identity[] => [
  ...externals([of.leadExternalId]),
  ...(of.leadEmail ? [byEmail(of.leadEmail)] : []),
];

/** The names under which what somebody did may have waited who is a lead now. */
export const namesOf = (
  { email, externalId }: Pick<LeadInput, "email" | "externalId">,
  identities: readonly Identity[],
): Identity[] => [
  ...namesWaited({ leadExternalId: externalId, leadEmail: email }),
  ...identities.filter(({ kind }) => kind === "external"),
];
