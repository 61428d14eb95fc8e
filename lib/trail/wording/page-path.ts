/** C3.7: the pages whose reading says most, by a segment of their path. Data, to be extended. */
export const HIGH_INTENT_SEGMENTS = {
  pricing:
    `pricing prices plans preise priser tarifs tarifas precios prezzi prijzen cennik quote`.split(
      " ",
    ),
  integrations: "integrations integration integrationen integrasjoner connectors api".split(" "),
  security: "security compliance trust trust-center gdpr privacy-shield soc2 sicherheit".split(" "),
} satisfies Record<string, readonly string[]>;
export type HighIntent = keyof typeof HIGH_INTENT_SEGMENTS;

/** What is written about a thing is not the thing: a blog post on security is no security page. */
const EDITORIAL = new Set(["blog", "news", "press", "careers", "jobs", "events", "resources"]);
/** Pages that everybody passes through on the way, and that say nothing about a purchase. */
const PASSAGE = new Set(
  `login signin sign-in signup logout account careers jobs privacy terms imprint impressum legal
   cookies unsubscribe preferences thank-you thanks 404 search`.split(/\s+/),
);
const COMPARISON = new Set(["compare", "comparison", "vs", "versus", "alternatives"]);
/** A comparison in one segment: `/baton-vs-acme-cloud`, `/acme-cloud-alternative`. */
const IN_ONE = /^(?:.+-(?:vs|versus)-(.+)|(.+)-alternatives?)$/;
/** The language a site puts before its paths: `/de/preise`, `/en-gb/pricing`. */
const LANGUAGE =
  /^\/(?:[a-z]{2}[-_][a-z]{2}|en|de|fr|es|it|pt|nl|nb|nn|no|sv|da|fi|pl|cs|ja|zh|ko)(?=\/|$)/;

/** A lead's pages are few and are asked for many times each; what is kept here changes no answer. */
const PATHS = new Map<string, string>();
const MOST_PATHS = 2_000;

/**
 * The path by which people speak of a page: without host, query, fragment, case, a closing slash,
 * an index file or its language, so that a page is one page in whatever language it was read.
 * `https://x.example/en-gb/Pricing/?utm=1` becomes `/pricing`.
 */
export function pagePath(address: string): string {
  const known = PATHS.get(address);
  if (known !== undefined) return known;
  const path = pathIn(address);
  if (PATHS.size >= MOST_PATHS) PATHS.clear();
  PATHS.set(address, path);
  return path;
}

const rooted = (path: string) => (path.startsWith("/") ? path : `/${path}`);

const pathIn = (address: string) => rooted(sitePath(address).replace(LANGUAGE, ""));

/** `pagePath` with the language that it begins with, for sites whose parts differ by that. */
export function sitePath(address: string): string {
  return rooted(
    address
      .trim()
      .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "")
      .replace(/[?#].*$/, "")
      .toLowerCase()
      .replace(/\/index\.(html?|php)$/, "")
      .replace(/\/{2,}/g, "/")
      .replace(/\/$/, ""),
  );
}

/** The segments of a page's path: `/integrations/sap` has two. */
export function segmentsOf(address: string): string[] {
  return pagePath(address)
    .split("/")
    .filter((segment) => segment !== "");
}

/** True for what is written about things: 'blog', 'news', 'events' as the first part of a path. */
export const isEditorial = (first: string) => EDITORIAL.has(first);

/** Which kind of high-intent page this is, or null. */
export function highIntent(address: string): HighIntent | null {
  const segments = segmentsOf(address);
  if (EDITORIAL.has(segments[0] ?? "")) return null;
  for (const [theme, words] of Object.entries(HIGH_INTENT_SEGMENTS)) {
    if (segments.some((segment) => words.includes(segment))) {
      return theme as HighIntent;
    }
  }
  return null;
}

/** True for pages that nobody reads for their content: the start page, sign-in, legal notices. */
export function isPassage(address: string): boolean {
  const segments = segmentsOf(address);
  return segments.length === 0 || segments.some((segment) => PASSAGE.has(segment));
}

/** Whom a page of ours compares us with: `/compare/acme-cloud` names 'Acme Cloud'. Else null. */
export function comparedWith(address: string): string | null {
  const segments = segmentsOf(address);
  const last = segments.at(-1);
  if (!last || EDITORIAL.has(segments[0] ?? "")) return null;
  const [, rival, other] = IN_ONE.exec(last) ?? [];
  const named = segments.slice(0, -1).some((segment) => COMPARISON.has(segment)) ? last : null;
  return titleCase(rival ?? other ?? named);
}

/** A segment as a name: 'acme-cloud' is 'Acme Cloud'. */
export function titleCase(segment: string | null): string | null {
  if (segment === null) return null;
  return segment.replace(
    /(^|-)(\p{L})/gu,
    (_all, gap, letter) => (gap ? " " : "") + letter.toUpperCase(),
  );
}
