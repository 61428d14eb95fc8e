import type { TeamLine } from "@/components/settings/routing/routing-team";
import { capitalised } from "@/lib/platform/shown-text";
import { availability } from "@/lib/routing/availability";
import type { Rep } from "@/lib/routing/rep";
import { languageName } from "@/lib/routing/rules/skill";
import type { Segment } from "@/lib/routing/segment";

/** A rep as the routing page lists them. */
export function teamLine(
  rep: Rep,
  segments: readonly Segment[],
  hours: TeamLine["hours"],
  now: Date,
): TeamLine {
  const standing = availability(rep, [], now);
  const { id, name, cap, openLeads, weight } = rep;
  const names = segments.filter((one) => rep.segments.includes(one.id)).map((one) => one.name);
  const languages = rep.languages.map(languageName);
  return {
    id,
    name,
    cap,
    weight,
    hours,
    segments: rep.segments,
    territoryName: rep.territoryName ?? "",
    territory: rep.territory.join(", "),
    languages: languages.join(", "),
    products: rep.products.join(", "),
    skills: [...names, ...languages, ...rep.products].join(", "),
    open: cap === null ? "no cap" : `${openLeads} of ${cap}`,
    standing: standing.can === "now" ? "Can get leads" : capitalised(standing.words),
    free: standing.can === "now",
  };
}
