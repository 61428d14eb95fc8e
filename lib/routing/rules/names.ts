import type { Standing } from "./rule";

const SHOWN = 3;

/** 'Amara Lindqvist, Teo Marchena and 4 others', so that a path stays readable in a large team. */
export function namesOf(those: readonly Standing[]): string {
  const names = those.map(({ rep }) => rep.name);
  const rest = names.length - SHOWN;
  const shown = rest > 1 ? [...names.slice(0, SHOWN), `${rest} others`] : names;
  const last = shown.at(-1) ?? "nobody";
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${last}` : last;
}
