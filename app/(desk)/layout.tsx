import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Attempts } from "@/components/handoff/attempts/attempts";
import { AdoptTimes } from "@/components/shell/adopt-times";
import { AppShell } from "@/components/shell/app-shell";
import { parseShortcutsOn, SHORTCUTS_COOKIE } from "@/components/shell/shortcuts-setting";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { SignOut } from "@/components/sign-in/sign-out";
import { currentViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { placesOf } from "@/lib/access/places";
import { ROLES } from "@/lib/access/roles";

/** The signed-in frame. It is not the security boundary: every page asks for its own viewer. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  // The page inside sends the reader to sign in, and knows where they wanted to go.
  if (!viewer) return children;
  const jar = await cookies();
  const person = { name: viewer.name, role: ROLES[viewer.role].toLowerCase() };
  return (
    <AppShell
      items={placesOf(viewer)}
      person={person}
      signOut={<SignOut />}
      findsLeads={may(viewer, "work the queue")}
      theme={parseTheme(jar.get(THEME_COOKIE)?.value)}
      shortcutsOn={parseShortcutsOn(jar.get(SHORTCUTS_COOKIE)?.value)}
    >
      {!viewer.readerSet && <AdoptTimes />}
      <Attempts personId={viewer.id}>{children}</Attempts>
    </AppShell>
  );
}
