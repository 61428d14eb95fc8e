import type { Role } from "@/lib/access/roles";
import { keysOf } from "@/lib/platform/keys-of";

/** The two sides that sign a version before it takes effect (D.2). */
export const SIDES = { marketing: "Marketing", sales: "Sales" } as const;
export type Side = keyof typeof SIDES;
export const SIDE_NAMES = keysOf(SIDES);

/** Who signs for a side. */
export const SIGNERS = {
  marketing: "marketing_ops",
  sales: "manager",
} as const satisfies Record<Side, Role>;

/** The side a role signs for; null for roles that sign for none. */
export function sideOf(role: Role): Side | null {
  return SIDE_NAMES.find((side) => SIGNERS[side] === role) ?? null;
}
