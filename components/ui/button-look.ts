import { classNames } from "./class-names";

export type ButtonVariant = "quiet" | "primary" | "danger" | "bare";

const looks: Record<ButtonVariant, string> = {
  quiet: "border-line-strong bg-surface text-ink hover:bg-hover",
  primary:
    "border-accent bg-accent text-accent-ink hover:border-accent-strong hover:bg-accent-strong",
  danger: "border-bad bg-bad text-bad-ink hover:border-bad-strong hover:bg-bad-strong",
  bare: "border-transparent bg-transparent text-soft hover:bg-hover hover:text-ink",
};
const disabledLook = "border-line bg-transparent text-faint";

/** One look for whatever acts: a button, a link, a menu's trigger. */
export function buttonLook(variant: ButtonVariant, disabled: boolean, className?: string): string {
  return classNames(
    "inline-flex min-h-8 items-center justify-center gap-2 rounded-control border px-[11px] py-[5px]",
    "text-small/5 font-medium whitespace-nowrap no-underline select-none transition-colors",
    "pointer-coarse:min-h-10 print:hidden",
    disabled ? disabledLook : looks[variant],
    className,
  );
}
