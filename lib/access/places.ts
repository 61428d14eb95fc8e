import { may, type Permission } from "./permissions";
import type { Role } from "./roles";
import type { Viewer } from "./viewer";

/** A place in the navigation; `covers` are pages that belong to it under another address. */
export type Place = { label: string; href: string; covers?: string };

type Guarded = Place & { needs: Permission };

/** The places of the product and what one needs to enter them, in the order of the navigation. */
const PLACES: readonly Guarded[] = [
  { label: "Queue", href: "/queue", covers: "/leads", needs: "work the queue" },
  { label: "Needs you", href: "/ops", needs: "document leads" },
  { label: "Audit", href: "/audit", needs: "see the audit" },
  { label: "Outcomes", href: "/outcomes", needs: "see outcomes" },
  { label: "Standard", href: "/standard", needs: "read the standard" },
  { label: "Connections", href: "/connections", needs: "see connections" },
];

/** The pages of the settings, in the order of their tabs. */
const SETTINGS: readonly Guarded[] = [
  { label: "People", href: "/settings", needs: "manage people" },
  { label: "You", href: "/settings/you", needs: "set own times" },
  { label: "Routing", href: "/settings/routing", needs: "see routing" },
  { label: "ICP", href: "/settings/icp", needs: "see the ICP" },
  { label: "Scoring", href: "/settings/model", needs: "see the model" },
  { label: "SLA", href: "/settings/sla", needs: "see the SLA" },
  { label: "Phrases", href: "/settings/phrases", needs: "document leads" },
  { label: "Trail", href: "/settings/trail", needs: "see exclusions" },
  { label: "Notices", href: "/settings/notices", needs: "set own notices" },
];

const open = (places: readonly Guarded[], viewer: Viewer): Place[] =>
  places.filter(({ needs }) => may(viewer, needs)).map(({ needs: _, ...place }) => place);

/** The pages of the settings that a viewer may open. */
export const settingsOf = (viewer: Viewer): Place[] => open(SETTINGS, viewer);

/** The places a viewer may enter; the settings open on the first page that is theirs. */
export function placesOf(viewer: Viewer): Place[] {
  const [first] = settingsOf(viewer);
  const settings = first ? [{ label: "Settings", href: first.href, covers: "/settings" }] : [];
  return [...open(PLACES, viewer), ...settings];
}

/** Where each role's work waits; where one lands after signing in. */
export const HOME: Readonly<Record<Role, string>> = {
  rep: "/queue",
  marketing_ops: "/ops",
  manager: "/audit",
  admin: "/settings",
};
