import type { ComponentProps } from "react";
import { type ButtonVariant, buttonLook } from "./button-look";
import { DisabledButton } from "./disabled-button";
import { Kbd } from "./kbd";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  /** The key that presses it, such as "C"; Shortcuts listens for it. */
  kbd?: string;
  /** Why it cannot be pressed now. It stays reachable, so that everyone can read the reason. */
  disabledReason?: string | undefined;
};

export function Button({
  variant = "quiet",
  kbd,
  disabledReason,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  if (disabledReason) {
    return (
      <DisabledButton reason={disabledReason} className={className}>
        {children}
      </DisabledButton>
    );
  }
  return (
    <button
      {...rest}
      type={type}
      aria-keyshortcuts={kbd}
      data-shortcut={kbd?.toLowerCase()}
      className={buttonLook(variant, rest.disabled === true, className)}
    >
      {children}
      {kbd && (
        <Kbd silent inherit={variant === "primary" || variant === "danger"}>
          {kbd}
        </Kbd>
      )}
    </button>
  );
}
