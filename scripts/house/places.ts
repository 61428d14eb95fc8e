import { importsOf } from "./imports";
import type { Problem, Source } from "./source";

interface Place {
  what: string;
  says: (source: Source) => boolean;
  allowed: RegExp[];
}

const TEST = /\.test\.tsx?$/;
const CONFIG = /^[a-z.-]+\.config\.(ts|mjs)$/;
const SQL_PACKAGES = /^(drizzle-orm|postgres)(\/|$)/;

/** What may only be said in some places. An entry that names one file is removed with the file. */
export const PLACES: Place[] = [
  {
    what: "reads process.env, which is for lib/platform/env.ts",
    says: ({ text }) => /process\.env\b/.test(withoutComments(text)),
    // Next replaces NEXT_RUNTIME in the instrumentation file by a constant when it builds.
    allowed: [
      /^lib\/platform\/env\.ts$/,
      /^instrumentation\.ts$/,
      /^scripts\//,
      CONFIG,
      /^db\/testing\//,
      /^e2e\//,
    ],
  },
  {
    what: "speaks SQL, which is for queries.ts, commands.ts and db/",
    says: (source) =>
      importsOf(source).some(({ target, typesOnly }) => SQL_PACKAGES.test(target) && !typesOnly),
    allowed: [/\/(queries|commands)\.ts$/, /^db\//, TEST, /^e2e\/support\//],
  },
  {
    what: "uses tables, which is for queries.ts, commands.ts and db/",
    says: (source) =>
      importsOf(source).some(
        ({ target, typesOnly }) => target.startsWith("db/schema/") && !typesOnly,
      ),
    allowed: [
      /\/(queries|commands)\.ts$/,
      /^db\//,
      TEST,
      /^e2e\/support\//,
      /^lib\/platform\/history\.ts$/,
    ],
  },
  {
    what: "opens a driver of its own, which is for db/client.ts",
    says: (source) =>
      importsOf(source).some(({ target, typesOnly }) => target === "postgres" && !typesOnly),
    allowed: [/^db\/client\.ts$/, /^scripts\/house\//],
  },
  {
    what: "says any where a type belongs",
    says: ({ text }) => /(:|\bas|<|\|)\s*any\b(?!\s*=)/.test(withoutComments(text)),
    allowed: [/^scripts\/house\//],
  },
  {
    what: "switches the type checker off",
    // Biome's own comment is let through: it names one rule, and Biome asks it for a reason.
    says: ({ text }) => /@ts-(ignore|nocheck|expect-error)/.test(text),
    allowed: [/^scripts\/house\//],
  },
];

const FORBIDDEN_NAME = /(^|\/)(utils?|helpers?|types?|hooks?|services?)(\/|\.[a-z.]+$)/;
/** Addresses that others know us by: REST hooks are called so by whoever subscribes to them. */
const ADDRESS = /^app\/api\/v1\/hooks\//;
const BARREL = /(^|\/)index\.tsx?$/;

/** Everything that stands where it may not, and every allowance that nothing needs any more. */
export function misplaced(sources: Source[], places = PLACES): Problem[] {
  const wrong = places.flatMap(({ what, says, allowed }) =>
    sources
      .filter((source) => !allowed.some((place) => place.test(source.path)) && says(source))
      .map(({ path }) => ({ path, what })),
  );
  return [...wrong, ...badlyNamed(sources), ...stale(sources, places)];
}

function badlyNamed(sources: Source[]): Problem[] {
  return sources.flatMap(({ path }) => {
    if (FORBIDDEN_NAME.test(path.replace(ADDRESS, "app/api/v1/")))
      return [{ path, what: "has a name that says nothing" }];
    return BARREL.test(path) ? [{ path, what: "is a barrel: import from the file itself" }] : [];
  });
}

function stale(sources: Source[], places: Place[]): Problem[] {
  const single = places.flatMap(({ allowed }) =>
    allowed.filter((place) => place.source.endsWith("\\.ts$")),
  );
  return single
    .filter((place) => place.source.startsWith("^"))
    .filter((place) => !sources.some(({ path }) => place.test(path)))
    .map((place) => ({ path: place.source, what: "is allowed something, and does not exist" }));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, "").replace(/(^|\s)\/\/.*$/gm, "");
}
