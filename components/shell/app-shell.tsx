"use client";

import type { ReactNode } from "react";
import { ToastProvider } from "../ui/toast";
import type { NavItem } from "./nav-item";
import { NavLinks } from "./nav-links";
import { PageLinks } from "./page-links";
import { PaletteKey } from "./palette/palette-key";
import { Shortcuts } from "./shortcuts";
import { SkipLink } from "./skip-link";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";
import { useTitles } from "./use-titles";

type AppShellProps = {
  /** The places that this person's role has. The first is home. */
  items: readonly NavItem[];
  person: { name: string; role: string };
  /** A form with a button; how one signs out is not the shell's business. */
  signOut: ReactNode;
  /** Whether they have leads of their own, to be found by name. */
  findsLeads: boolean;
  theme: Theme;
  /** Whether keys press buttons. */
  shortcutsOn: boolean;
  children: ReactNode;
};

/** The frame of every signed-in page: where one is, who one is, and room for the page. */
export function AppShell(props: AppShellProps) {
  const { items, person, signOut, findsLeads, theme, shortcutsOn, children } = props;
  useTitles();
  return (
    <ToastProvider>
      <PageLinks />
      <SkipLink />
      <div className="min-h-dvh md:grid md:grid-cols-[208px_minmax(0,1fr)] print:block">
        <header className="sticky top-0 z-30 flex h-12 items-center gap-3 border-b border-line bg-paper px-4 md:h-dvh md:flex-col md:items-stretch md:gap-0 md:overflow-y-auto md:border-r md:border-b-0 md:px-2.5 md:py-4 print:hidden">
          <a
            href={items[0]?.href ?? "/"}
            className="flex min-h-11 items-center rounded-[6px] text-reading/6 font-bold tracking-[-0.01em] md:mb-3 md:min-h-6 md:px-2.5"
          >
            Baton
          </a>
          <NavLinks items={items} />
          <div className="ml-auto flex min-w-0 items-center gap-3 md:mt-auto md:ml-0 md:flex-col md:items-start md:gap-2.5 md:px-2.5 md:pt-4">
            <p className="order-first w-full min-w-0 text-label max-md:sr-only">
              <span className="block truncate font-medium">{person.name}</span>
              <span className="text-faint">Signed in as {person.role}</span>
            </p>
            <PaletteKey items={items} findsLeads={findsLeads} />
            <Shortcuts initiallyOn={shortcutsOn} />
            <div className="flex items-center gap-2 md:w-full md:justify-between md:pointer-coarse:flex-wrap">
              <ThemeSwitch initial={theme} />
              {signOut}
            </div>
          </div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="max-w-[1480px] min-w-0 px-4 pt-3 pb-24 outline-none md:px-7 md:pt-3.5 md:pb-8 print:max-w-none print:p-0"
        >
          {children}
        </main>
      </div>
    </ToastProvider>
  );
}
