import { may, type Permission } from "./permissions";
import type { Role } from "./roles";
import type { Viewer } from "./viewer";

/** A place in the navigation; `covers` are pages that belong to it under another address. */
export type Place = { label: string; href: string; covers?: string };

/** The places of the product and what one needs to enter them, in the order of the navigation. */
const PLACES: readonly (Place & { needs: Permission })[] = [
  { label: "Queue", href: "/queue", covers: "/leads", needs: "work the queue" },
  { label: "Needs you", href: "/ops", needs: "document leads" },
  { label: "Audit", href: "/audit", needs: "see the audit" },
  { label: "Standard", href: "/standard", needs: "read the standard" },
  { label: "Connections", href: "/connections", needs: "see connections" },
  { label: "ICP", href: "/settings/icp", needs: "see the ICP" },
  { label: "Settings", href: "/settings", needs: "manage people" },
];

/** The places a viewer may enter. */
export function placesOf(viewer: Viewer): Place[] {
  return PLACES.filter(({ needs }) => may(viewer, needs)).map(({ needs: _, ...place }) => place);
}

/** Where each role's work waits; where one lands after signing in. */
export const HOME: Readonly<Record<Role, string>> = {
  rep: "/queue",
  marketing_ops: "/ops",
  manager: "/audit",
  admin: "/settings",
};
