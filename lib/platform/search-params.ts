/** The parameters of a page's address, as Next gives them: one that is said twice is a list. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What a parameter says, the first time where it is said twice. */
export const firstOf = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value[0] : value;

/** The one of a list that a parameter says; undefined where it says none of it. */
export const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((each) => each === value);
