import type { Answer, Question, Standing } from "./rule";

const NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** 'Norway' for NO; the code where there is no name for it. */
const countryName = (code: string): string => NAMES.of(code) ?? code;

const areaOf = ({ rep }: Standing) => rep.territoryName;

/** The lead goes to those whose territory has its country. */
export function territory({ lead, team }: Question): Answer {
  const { country } = lead;
  if (country === null) return { matched: false, why: "the country is not known" };
  const name = countryName(country);
  const those = team.filter(({ rep }) => rep.territory.includes(country));
  const [first] = those;
  if (!first) return { matched: false, why: `nobody covers ${name}` };
  const areas = [...new Set(those.map(areaOf))].filter((area) => area !== null);
  return {
    matched: true,
    those,
    why: areas.length > 0 ? `${name} is ${areas.join(" and ")}` : `${name} is covered`,
    label: (rep) => rep.territoryName ?? name,
    who: those.length === 1 ? `${first.rep.name}, who covers ${name},` : `who covers ${name}`,
  };
}
