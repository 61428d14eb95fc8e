import { describe, expect, it } from "vitest";
import { authorize, may, NotAllowed, PERMISSIONS, type Permission } from "./permissions";
import { ROLE_NAMES, type Role } from "./roles";
import { provenViewer, systemActor } from "./viewer";

const viewer = (role: Role) =>
  provenViewer({
    id: "11111111-1111-4111-8111-111111111111",
    name: "Somebody",
    email: "somebody@baton.example",
    role,
    timeZone: "Australia/Lord_Howe",
    locale: "en-GB",
    readerSet: true,
    calendar: { timeZone: "Australia/Lord_Howe", hours: null, absences: [] },
    readAt: { at: 0, snapshot: "1:1:" },
  });

/** Who may, written out by hand: a change of the table must be meant twice. */
const EXPECTED: Record<Permission, Role[]> = {
  "work the queue": ["rep"],
  "see every lead": ["marketing_ops", "manager", "admin"],
  "document leads": ["marketing_ops", "admin"],
  "import files": ["marketing_ops", "admin"],
  "see the audit": ["marketing_ops", "manager", "admin"],
  "run audits": ["manager", "admin"],
  "see outcomes": ["marketing_ops", "manager", "admin"],
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
  "see exclusions": ["marketing_ops", "manager", "admin"],
  "set exclusions": ["admin"],
  "see the SLA": ["marketing_ops", "manager", "admin"],
  "set the SLA": ["admin"],
  "see routing": ["marketing_ops", "manager", "admin"],
  "set routing": ["admin"],
  "set own times": ["rep", "marketing_ops", "manager", "admin"],
  "set own hours": ["rep"],
  "set hours": ["rep", "admin"],
  "settle fallbacks": ["marketing_ops", "manager", "admin"],
  "set own notices": ["rep", "marketing_ops", "manager", "admin"],
};

const cases = (Object.keys(PERMISSIONS) as Permission[]).flatMap((permission) =>
  ROLE_NAMES.map((role) => ({ permission, role, allowed: EXPECTED[permission].includes(role) })),
);

describe("who may do what", () => {
  it.each(cases)("$role, $permission: $allowed", ({ permission, role, allowed }) => {
    expect(may(viewer(role), permission)).toBe(allowed);
    if (!allowed) expect(() => authorize(viewer(role), permission)).toThrow(NotAllowed);
  });

  it("lets a connection do what its entry point asks for", () => {
    expect(may(systemActor("connection", "Website"), "document leads")).toBe(true);
  });
});
