import { may, type Permission } from "./permissions";
import type { Role } from "./roles";
import type { Viewer } from "./viewer";

/** The places of the product and what one needs to enter them, in the order of the navigation. */
const PLACES: readonly { label: string; href: string; needs: Permission }[] = [
  { label: "Queue", href: "/queue", needs: "work the queue" },
  { label: "Needs you", href: "/ops", needs: "document leads" },
  { label: "Audit", href: "/audit", needs: "see the audit" },
  { label: "Connections", href: "/connections", needs: "import files" },
  { label: "Settings", href: "/settings", needs: "manage people" },
];

/** The places a viewer may enter. */
export function placesOf(viewer: Viewer): { label: string; href: string }[] {
  return PLACES.filter(({ needs }) => may(viewer, needs)).map(({ label, href }) => ({
    label,
    href,
  }));
}

/** Where each role's work waits; where one lands after signing in. */
export const HOME: Readonly<Record<Role, string>> = {
  rep: "/queue",
  marketing_ops: "/ops",
  manager: "/audit",
  admin: "/settings",
};
