import { directoryProvider } from "../directory/directory";
import { mailCheck } from "../mail-check/mail-check";
import { type NewStep, stepsOf } from "./steps-of";

/**
 * The steps that every database begins with, whether or not their providers are there yet: a
 * database may get its directory later. Their order and what they fill is an admin's to change.
 */
export function builtInSteps(): NewStep[] {
  const providers = [directoryProvider([]), mailCheck()];
  const steps: NewStep[] = [];
  for (const provider of providers) steps.push(...stepsOf(provider, null, steps.length));
  return steps;
}
