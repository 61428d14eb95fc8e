/** What the five categories are called on screen and on paper, beside everything else about them. */
export const CATEGORY_NAMES = {
  contactBasics: "Contact basics",
  companyIntelligence: "Company intelligence",
  behavioralTrail: "Behavioral trail",
  scoringContext: "Scoring context",
  handoffMetadata: "Handoff metadata",
} as const;
