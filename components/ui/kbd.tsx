import type { ReactNode } from "react";
import { classNames } from "./class-names";

type KbdProps = {
  children: ReactNode;
  /** On a filled button: in the button's own colour. */
  inherit?: boolean;
  /** On a button that states its key by aria-keyshortcuts: not to be read twice. */
  silent?: boolean;
};

/** A key, as printed on it. Hidden where there is no keyboard to speak of. */
export function Kbd({ children, inherit = false, silent = false }: KbdProps) {
  return (
    <kbd aria-hidden={silent || undefined} className={classNames("key", inherit && "key-inherit")}>
      {children}
    </kbd>
  );
}
