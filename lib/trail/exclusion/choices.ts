/** What a person may choose for one activity, whatever the rules say (X.6). */
export const ACTIVITY_CHOICES = ["left_out", "brought_back"] as const;
export type ActivityChoice = (typeof ACTIVITY_CHOICES)[number];

/** How many activities may be chosen about at a time. */
export const CHOICES_MOST = 500;

/** A choice as the rules need it. */
export type Chosen = { activityId: string; choice: ActivityChoice };

/** The ids that a person left out, and those that a person brought back. */
export function idsChosen(chosen: readonly Chosen[]): {
  leftOutByHand: string[];
  broughtBack: string[];
} {
  const idsOf = (choice: ActivityChoice) =>
    chosen.filter((one) => one.choice === choice).map(({ activityId }) => activityId);
  return { leftOutByHand: idsOf("left_out"), broughtBack: idsOf("brought_back") };
}
