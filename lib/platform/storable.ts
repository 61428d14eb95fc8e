/** PostgreSQL keeps neither NUL nor half a surrogate pair, in text or in JSONB. */
export const isStorable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** The same data without what cannot be kept; what is no plain object or list stays as it is. */
export const storable = (value: unknown): unknown => (isWhole(value) ? value : mended(value));

function isWhole(value: unknown): boolean {
  if (typeof value === "string") return isStorable(value);
  if (Array.isArray(value)) return value.every(isWhole);
  if (!isPlain(value)) return true;
  for (const [key, inner] of Object.entries(value))
    if (!(isStorable(key) && isWhole(inner))) return false;
  return true;
}

function mended(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "").toWellFormed();
  if (Array.isArray(value)) return value.map(mended);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [String(mended(key)), mended(inner)]),
  );
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const above: unknown = Object.getPrototypeOf(value);
  return above === null || above === Object.prototype;
}
