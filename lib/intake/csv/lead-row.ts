import { type LeadInput, leadInput, NO_SCORE } from "../input";
import { meantValues, type RowAnswer, validated } from "./row-answer";

/** The columns that hold numbers of another system's scoring, by the number they hold. */
export const SCORE_COLUMNS = {
  scoreTotal: "total",
  scoreFit: "fit",
  scoreIntent: "intent",
  scoreBehavior: "behavior",
} as const;
type ScoreColumn = keyof typeof SCORE_COLUMNS;

const isScoreColumn = (field: string): field is ScoreColumn => Object.hasOwn(SCORE_COLUMNS, field);
const isScore = (text: string) => /^(?:100|\d{1,2})(?:[.,]0+)?$/.test(text.trim());

/** A row's scores as the lead's input has them, or the column that holds no score. */
function scoresIn(values: Readonly<Record<string, string>>): { scores?: object; fault?: string } {
  const given = Object.entries(values).filter(([field]) => isScoreColumn(field));
  const fault = given.find(([, text]) => !isScore(text))?.[0];
  if (fault) return { fault };
  const scores = given.map(([field, text]) => [
    SCORE_COLUMNS[field as ScoreColumn],
    Number.parseInt(text, 10),
  ]);
  return scores.length > 0 ? { scores: Object.fromEntries(scores) } : {};
}

/** A row's values by field, as the validated lead, or the field at fault and why. */
export function leadRow(values: Readonly<Record<string, string>>): RowAnswer<LeadInput> {
  // A MAP writes N/A where it has no address; the external id may still identify the lead.
  const never = ["email", "externalId", "capturedAt", ...Object.keys(SCORE_COLUMNS)];
  const meant = meantValues(values, never);
  const { scores, fault } = scoresIn(meant);
  if (fault) return { ok: false, field: fault, reason: NO_SCORE };
  const rest = Object.entries(meant).filter(([field]) => !isScoreColumn(field));
  return validated(leadInput, { ...Object.fromEntries(rest), ...(scores ? { scores } : {}) });
}
