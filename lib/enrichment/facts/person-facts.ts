/** Where a person works, as a provider says. */
export type Employer = { name: string | null; domains: readonly string[] };

/** A number of a person. `mayCall` is false where its owner asked not to be called. */
export type PhoneFact = { text: string; line: "direct" | "mobile"; mayCall: boolean };

/** What a provider says of a person, in its own words; null where it says nothing. */
export type PersonFacts = {
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  fullName: string | null;
  title: string | null;
  employer: Employer;
  /** True where the provider knows that the person has left that employer. */
  hasLeft: boolean;
  linkedin: string | null;
  /** A country's name or code. */
  country: string | null;
  phones: readonly PhoneFact[];
  /** The employer's own number: one of the person's that equals it is no direct line. */
  companyPhone: string | null;
  /** False where the provider itself calls its match uncertain. */
  certain: boolean;
  /** When the provider last confirmed it, `YYYY-MM-DD`. */
  asOf: string | null;
};

export const NO_PERSON_FACTS: PersonFacts = {
  email: null,
  firstName: null,
  lastName: null,
  fullName: null,
  title: null,
  employer: { name: null, domains: [] },
  hasLeft: false,
  linkedin: null,
  country: null,
  phones: [],
  companyPhone: null,
  certain: true,
  asOf: null,
};
