import type { Source } from "@/lib/standard/field";
import { companyName } from "../company-names/company-name";

/** A name that leads of one company came with, and how many did. */
export type NameGiven = { name: string; source: Source; leads: number };

/** How much a source is believed about a company's name; the others take what was typed in a form. */
const BELIEVED: Partial<Record<Source, number>> = { person: 3, crm: 2, enrichment: 1 };

/**
 * The name a company is shown under: a person's, else the CRM's, else enrichment's, else a form's;
 * then the one most leads came with, the longer, the one with fewer capitals, and the first in the
 * alphabet, so that it does not depend on who came first. Null where none is a name.
 */
export function bestName(given: readonly NameGiven[]): string | null {
  const names = given.flatMap(({ name, ...rest }) => {
    const normal = companyName(name);
    return normal ? [{ ...rest, name: normal }] : [];
  });
  const most = Math.max(...names.map(({ source }) => BELIEVED[source] ?? 0));
  const believed = names.filter(({ source }) => (BELIEVED[source] ?? 0) === most);
  const count = (name: string) =>
    believed.filter((one) => one.name === name).reduce((sum, { leads }) => sum + leads, 0);
  const order = (one: string, other: string) =>
    count(other) - count(one) ||
    other.length - one.length ||
    capitals(one) - capitals(other) ||
    (one < other ? -1 : 1);
  return [...new Set(believed.map(({ name }) => name))].toSorted(order)[0] ?? null;
}

const capitals = (name: string) => name.replace(/\P{Lu}/gu, "").length;
