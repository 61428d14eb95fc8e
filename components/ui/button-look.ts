import { classNames } from "./class-names";

export type ButtonVariant = "quiet" | "primary" | "danger" | "bare";

/** One look for whatever acts: a button, a link, a menu's trigger. */
export function buttonLook(variant: ButtonVariant, disabled: boolean, className?: string): string {
  return classNames("button", disabled ? "button-off" : `button-${variant}`, className);
}
