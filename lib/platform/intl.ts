const made = new Map<string, unknown>();

/** The page's language is English, whatever the reader's locale: only dates and numbers are theirs. */
export const wordLocale = (locale: string) => (/^en\b/i.test(locale) ? locale : "en-GB");

/** `locale` with the figures 0 to 9, as clocks and counts that no locale words have them. */
export const inPlainFigures = (locale: string) =>
  new Intl.Locale(locale, { numberingSystem: "latn" }).toString();

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
  const format = new kind(inPlainFigures(locale), options);
  made.set(key, format);
  return format;
}
