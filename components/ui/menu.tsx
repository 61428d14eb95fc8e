"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { type ReactNode, useState } from "react";
import { buttonLook } from "./button-look";
import { classNames } from "./class-names";

type MenuProps = {
  /** What stands on the button. */
  trigger: ReactNode;
  /** The button's name, where its content is only a picture. */
  label?: string;
  triggerClassName?: string;
  children: ReactNode;
};

const itemLook =
  "flex min-h-8 cursor-default items-center gap-2 rounded-[5px] px-2.5 text-small text-ink no-underline outline-none data-highlighted:bg-hover pointer-coarse:min-h-11 forced-colors:data-highlighted:outline";

/**
 * Further actions behind one button. Fill it with MenuAction and MenuLink. Until it is pressed the
 * button is all there is: a menu is a dozen parts, and a page may have one in each row.
 */
export function Menu(props: MenuProps) {
  const [pressed, setPressed] = useState(false);
  if (pressed) return <OpenedMenu {...props} />;
  const { trigger, label, triggerClassName } = props;
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label={label}
      className={triggerClassName ?? buttonLook("quiet", false)}
      onClick={() => setPressed(true)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        setPressed(true);
      }}
    >
      {trigger}
    </button>
  );
}

/** The menu from its first opening on. */
function OpenedMenu({ trigger, label, triggerClassName, children }: MenuProps) {
  // Inside the page's main region, since what stands outside of every landmark is easily missed.
  const [region] = useState(() => document.getElementById("main"));
  return (
    <Base.Root defaultOpen>
      <Base.Trigger aria-label={label} className={triggerClassName ?? buttonLook("quiet", false)}>
        {trigger}
      </Base.Trigger>
      <Base.Portal container={region}>
        <Base.Positioner sideOffset={6} align="end" className="z-50 outline-none">
          <Base.Popup className="max-h-(--available-height) min-w-44 overflow-y-auto rounded-box border border-line-strong bg-surface p-1 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuActionProps = { onSelect: () => void; danger?: boolean; children: ReactNode };

export function MenuAction({ onSelect, danger = false, children }: MenuActionProps) {
  return (
    <Base.Item onClick={onSelect} className={classNames(itemLook, danger && "text-bad")}>
      {children}
    </Base.Item>
  );
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem render={<a href={href} />} closeOnClick className={itemLook}>
      {children}
    </Base.LinkItem>
  );
}
