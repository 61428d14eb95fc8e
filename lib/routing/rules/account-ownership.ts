import type { Answer, Question } from "./rule";

/** The lead of a company goes to whoever owns the account. */
export function accountOwnership({ lead, team }: Question): Answer {
  const company = lead.companyName || "the company";
  if (lead.accountOwnerId === null) return { matched: false, why: `nobody owns ${company}` };
  const owner = team.find(({ rep }) => rep.id === lead.accountOwnerId);
  if (!owner) return { matched: false, why: `the owner of ${company} is no rep` };
  return {
    matched: true,
    those: [owner],
    why: `${owner.rep.name} owns ${company}`,
    label: () => `you own ${company}`,
    who: "the account owner",
  };
}
