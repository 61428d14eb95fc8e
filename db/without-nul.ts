/**
 * What fills a statement's gaps, without NUL: PostgreSQL takes none in a text, and an address or a
 * form can hold one. The sign for what cannot be read takes its place, so that a text with one is
 * never taken for the text without. JSON says it as `\u0000`; whoever reads JSON from outside mends it
 * there.
 */
export function withoutNul<T>(parameters: T[]): T[] {
  return parameters.some(hasNul) ? parameters.map(bare) : parameters;
}

const hasNul = (value: unknown): boolean =>
  typeof value === "string" ? value.includes("\0") : Array.isArray(value) && value.some(hasNul);

function bare<T>(value: T): T;
function bare(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "\ufffd");
  return Array.isArray(value) ? value.map((each: unknown) => bare(each)) : value;
}
