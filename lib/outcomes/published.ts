/** Where we read them: the article behind this product. Their first source stands with each. */
export const QUOTED_IN = "‘Handoff Documentation Checklist’";

/** Figures that others have published, to stand beside our own; not ours, and not of our leads. */
export const PUBLISHED = [
  {
    what: "Contact rate with email, phone and LinkedIn, against partial data",
    figure: "35% higher",
    source: "TOPO",
  },
  {
    what: "Win rate where marketing hands over behavioral context",
    figure: "18% higher",
    source: "Aberdeen Group",
  },
  {
    what: "Sales cycle where marketing hands over behavioral context",
    figure: "23% shorter",
    source: "Aberdeen Group",
  },
  {
    what: "A rep’s time that goes into research and data entry",
    figure: "21%",
    source: "Salesforce, State of Sales",
  },
] as const;
