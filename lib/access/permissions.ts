import type { Role } from "./roles";
import type { Actor } from "./viewer";

/** Every verb that changes something or shows something that not everybody may see, and who may. */
export const PERMISSIONS = {
  "work the queue": ["rep"],
  "see every lead": ["marketing_ops", "manager", "admin"],
  "document leads": ["marketing_ops", "admin"],
  "import files": ["marketing_ops", "admin"],
  "see the audit": ["manager", "marketing_ops", "admin"],
  "run audits": ["manager", "admin"],
  "see outcomes": ["manager", "marketing_ops", "admin"],
  "manage people": ["admin"],
  "manage keys": ["admin"],
  "see connections": ["marketing_ops", "admin"],
  "connect systems": ["admin"],
  "replay events": ["marketing_ops", "admin"],
  "read the standard": ["rep", "marketing_ops", "manager", "admin"],
  "write the standard": ["marketing_ops", "manager", "admin"],
  "sign the standard": ["marketing_ops", "manager"],
  "see the ICP": ["marketing_ops", "manager", "admin"],
  "set the ICP": ["admin"],
  "see the model": ["marketing_ops", "manager", "admin"],
  "write the model": ["marketing_ops", "admin"],
  "sign the model": ["marketing_ops", "manager", "admin"],
  "see the SLA": ["marketing_ops", "manager", "admin"],
  "set the SLA": ["admin"],
  "see exclusions": ["marketing_ops", "manager", "admin"],
  "set exclusions": ["admin"],
  "see routing": ["marketing_ops", "manager", "admin"],
  "set routing": ["admin"],
  "set own times": ["rep", "marketing_ops", "manager", "admin"],
  "set own hours": ["rep"],
  "set hours": ["rep", "admin"],
  "settle fallbacks": ["marketing_ops", "manager", "admin"],
  "set own notices": ["rep", "marketing_ops", "manager", "admin"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/**
 * True where the actor may. A system actor (a job, a connection, the command line) may do what
 * its entry point lets it ask for; people are bound by their role.
 */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind !== "person") return true;
  return (PERMISSIONS[permission] as readonly Role[]).includes(actor.role);
}

/** Thrown where an actor asks for what they may not do; shown as 'not found' where it is a read. */
export class NotAllowed extends Error {
  constructor(readonly permission: Permission) {
    super(`Only ${PERMISSIONS[permission].join(", ")} may ${permission}.`);
    this.name = "NotAllowed";
  }
}

/** Throws NotAllowed unless the actor may. */
export function authorize(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new NotAllowed(permission);
}
