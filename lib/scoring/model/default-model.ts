import { DEFAULT_RULES } from "./default-rules";
import type { Criterion, ScoringModel } from "./model";

/** An ideal customer profile to start from; an admin makes it their own. Points add up to 100. */
const criteria: readonly Criterion[] = [
  {
    id: "size",
    label: "200 to 10,000 employees",
    missedLabel: "Not 200 to 10,000 employees",
    fact: "employees",
    atLeast: 200,
    atMost: 10_000,
    points: 25,
    penalty: 0,
  },
  {
    id: "industry",
    label: "An industry we serve",
    missedLabel: "Not an industry we serve",
    fact: "industry",
    words: `logistic* transport* freight shipping manufactur* retail* wholesale food* pharma*
      automotive consumer commerce ecommerce machinery chemical* energy construction distribution
      healthcare medical packaging electronics`.split(/\s+/),
    points: 25,
    penalty: 0,
  },
  {
    id: "systems",
    label: "An ERP or CRM we connect to",
    missedLabel: "No ERP or CRM we connect to",
    fact: "techStack",
    words: ["sap", "oracle", "dynamics", "netsuite", "infor", "salesforce", "hubspot", "odoo"],
    points: 15,
    penalty: 0,
  },
  {
    id: "region",
    label: "Direct sales in region",
    missedLabel: "No direct sales in region",
    fact: "region",
    countries: `AT AU BE BR CA CH CZ DE DK ES FI FR GB IE IT JP LU NL NO NZ PL PT SE SG US`.split(
      " ",
    ),
    points: 15,
    penalty: 15,
  },
  {
    id: "revenue",
    label: "Revenue of 20 million or more",
    missedLabel: "Revenue below 20 million",
    fact: "revenue",
    atLeastMillions: 20,
    points: 10,
    penalty: 0,
  },
  {
    id: "role",
    label: "Decides, or leads those who do",
    missedLabel: "Does not decide",
    fact: "jobTitle",
    words: `chief ceo coo cto cio cfo cmo cro ciso founder cofounder owner president vp svp evp vice
      head lead leader manager leiter* bereichsleit* direktor* direktør direct* direttor*
      dyrektor jefe jefa responsab*`.split(/\s+/),
    points: 10,
    penalty: 0,
  },
];

/** The model before anyone changed it. */
export const DEFAULT_MODEL: ScoringModel = {
  version: 1,
  weights: { fit: 0.4, intent: 0.35, behavior: 0.25 },
  threshold: 60,
  tiers: { one: 75, two: 50 },
  criteria,
  rules: DEFAULT_RULES,
  repetition: 0.6,
  visitMinutes: 30,
  trend: { windowDays: 7, deadBand: 5, historyDays: 28 },
};
