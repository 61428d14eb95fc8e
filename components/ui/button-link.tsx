import type { ComponentProps } from "react";
import { type ButtonVariant, buttonLook } from "./button-look";
import { Kbd } from "./kbd";

type ButtonLinkProps = Omit<ComponentProps<"a">, "href"> & {
  href: string;
  variant?: ButtonVariant;
  /** The key that follows it, such as "J"; Shortcuts listens for it. */
  kbd?: string;
};

/** Goes somewhere, hence a link, in the look of a button. `tel:` and `mailto:` work as well. */
export function ButtonLink({
  variant = "quiet",
  kbd,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <a
      {...rest}
      aria-keyshortcuts={kbd}
      data-shortcut={kbd?.toLowerCase()}
      className={buttonLook(variant, false, className)}
    >
      {children}
      {kbd && (
        <Kbd silent inherit={variant === "primary" || variant === "danger"}>
          {kbd}
        </Kbd>
      )}
    </a>
  );
}
