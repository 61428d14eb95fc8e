import type { Answer, Lookup, ProviderLookup, Subject } from "../provider";

/** Somebody at Nordlys Logistics, whom the doubles of Apollo and Clearbit know by their address. */
export const atNordlys = (name: string, more: Partial<Subject> = {}): Subject => ({
  email: `${name}@nordlys-logistics.example`,
  domain: "nordlys-logistics.example",
  companyName: "Nordlys Logistics",
  fullName: "Ingrid Solberg",
  linkedin: null,
  ...more,
});

/** What is asked of a provider, and for how long. */
export type Question = { lookup?: Lookup; limitMs?: number };

/** Asks one of a provider's lookups, of the person where a test says no other. */
export function askOneOf(
  lookups: readonly ProviderLookup[],
  about: Subject,
  { lookup = "person", limitMs = 5_000 }: Question = {},
): Promise<Answer> {
  const wanted = lookups.find((one) => one.lookup === lookup);
  if (!wanted) throw new Error("no such lookup");
  return wanted.ask(about, AbortSignal.timeout(limitMs));
}

/** The values that an answer gives. */
export const valuesOf = (answer: Answer) => ("values" in answer ? answer.values : undefined);
