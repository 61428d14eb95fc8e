import fc from "fast-check";
import type { LeadFacts } from "../lead-facts";
import type { Rep } from "../rep";

/** A rep who can take anything now; `rest` adds or replaces. */
export function rep(name: string, rest: Partial<Rep> = {}): Rep {
  return {
    ...{ id: name.toLowerCase(), name, active: true, timeZone: "Europe/Oslo" },
    ...{ territory: [], territoryName: null, languages: [], products: [], segments: [] },
    ...{ weight: 1, cap: null, openLeads: 0, presence: { is: "at work" } as const },
    ...{ lastRoutedAt: null, credit: 0 },
    ...rest,
  };
}

/** A lead of whom nothing is known; `rest` adds or replaces. */
export function lead(rest: Partial<LeadFacts> = {}): LeadFacts {
  return {
    ...{ companyName: "Nordlys Logistics", accountOwnerId: null, country: null, language: null },
    ...{ products: [], employees: null, industry: null, tier: null },
    ...rest,
  };
}

const COUNTRIES = ["NO", "DE", "BR"] as const;
const LANGUAGES = ["nb", "de", "pt"] as const;
const until = fc.option(fc.integer({ min: 1_780_000_000_000, max: 1_790_000_000_000 }));

const anyRep = (id: string) =>
  fc.record<Rep>({
    ...{ id: fc.constant(id), name: fc.constant(id.toUpperCase()), active: fc.boolean() },
    timeZone: fc.constant("Australia/Lord_Howe"),
    territory: fc.subarray([...COUNTRIES]),
    territoryName: fc.option(fc.constant("North")),
    languages: fc.subarray([...LANGUAGES]),
    ...{ products: fc.subarray(["Platform"]), segments: fc.subarray(["large"]) },
    weight: fc.integer({ min: 0, max: 5 }),
    cap: fc.option(fc.integer({ min: 0, max: 3 })),
    openLeads: fc.integer({ min: 0, max: 3 }),
    presence: fc.oneof(
      fc.constant({ is: "at work" } as const),
      fc.record({ is: fc.constant("away" as const), until }),
      fc.record({ is: fc.constant("off" as const), until }),
    ),
    lastRoutedAt: until,
    credit: fc.integer({ min: -2_000_000, max: 2_000_000 }),
  });

/** Up to six reps in whatever state. */
export const anyTeam = fc
  .integer({ min: 0, max: 6 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, at) => anyRep(`r${at}`))));

/** A lead of which anything may be known, its account owned by one of those reps or by no rep. */
export const anyLead = fc.record<LeadFacts>({
  companyName: fc.constantFrom("Nordlys Logistics", ""),
  accountOwnerId: fc.option(fc.constantFrom("r0", "r1", "gone")),
  country: fc.option(fc.constantFrom(...COUNTRIES)),
  language: fc.option(fc.constantFrom(...LANGUAGES)),
  products: fc.subarray(["Platform", "Academy"]),
  employees: fc.option(fc.constant({ atLeast: 6000, atMost: 6000 })),
  industry: fc.option(fc.constant("Logistics, cold chain")),
  tier: fc.option(fc.constantFrom(1, 2, 3)),
});
