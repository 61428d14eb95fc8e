const made = new Map<string, unknown>();

/**
 * `new kind(locale, options)`, made once for each locale and options: making a formatter costs a
 * hundred times what using one costs, and a page prints hundreds of dates and numbers.
 */
export function formatter<Format, Options>(
  kind: new (locale: string, options: Options) => Format,
  locale: string,
  options: Options,
): Format {
  const key = `${kind.name}|${locale}|${JSON.stringify(options)}`;
  const known = made.get(key) as Format | undefined;
  if (known) return known;
  const format = new kind(locale, options);
  made.set(key, format);
  return format;
}
