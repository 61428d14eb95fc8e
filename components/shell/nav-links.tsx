"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { Fragment } from "react";
import { classNames } from "../ui/class-names";
import { currentHref, type NavItem } from "./nav-item";

function NavLink({ item, current, view }: { item: NavItem; current: boolean; view?: boolean }) {
  return (
    <a
      href={item.href}
      aria-current={current ? "page" : undefined}
      className={classNames("nav-link", view && "hidden md:flex md:pl-6")}
    >
      <span className="max-w-full truncate">{item.label}</span>
      {item.count !== undefined && <span className="num max-md:leading-3">{item.count}</span>}
    </a>
  );
}

/** A column at the left; under 768 px a bar at the bottom edge, where thumbs are. */
export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const current = currentHref(items, usePathname(), useSearchParams());
  return (
    <nav
      aria-label="Main"
      className="sideways fixed inset-x-0 bottom-0 z-30 flex gap-0.5 overscroll-x-contain border-t border-line bg-paper px-2 pt-1.5 max-[390px]:gap-0 max-[390px]:px-0.5 pb-[max(6px,env(safe-area-inset-bottom))] md:static md:flex-col md:overflow-visible md:border-0 md:p-0 print:hidden"
    >
      {items.map((item) => (
        <Fragment key={item.href}>
          <NavLink item={item} current={item.href === current} />
          {item.views?.map((view) => (
            <NavLink key={view.href} item={view} current={view.href === current} view />
          ))}
        </Fragment>
      ))}
    </nav>
  );
}
