import { keysOf } from "@/lib/platform/keys-of";

/** The three people who use Baton and the one who sets it up (spec, table of people). */
export const ROLES = {
  rep: "Rep",
  marketing_ops: "Marketing ops",
  manager: "Manager",
  admin: "Admin",
} as const;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = keysOf(ROLES);
