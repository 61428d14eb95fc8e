import type { Problem } from "./source";

/** The oldest version of a package that is safe, and why. */
const FLOORS: Record<string, { oldest: string; because: string }> = {
  "next-auth": { oldest: "4.24.15", because: "CVE-2026-73420" },
};

type Lockfile = { packages: Record<string, { version?: string }> };

/** Packages of the lockfile that are older than they may be. */
export function belowFloor(lockfile: Lockfile, floors = FLOORS): Problem[] {
  return Object.entries(floors).flatMap(([name, { oldest, because }]) => {
    const version = lockfile.packages[`node_modules/${name}`]?.version;
    if (version === undefined)
      return [{ path: "scripts/house/floors.ts", what: `knows ${name}, which is not installed` }];
    return isOlder(version, oldest)
      ? [
          {
            path: "package-lock.json",
            what: `has ${name} ${version}, older than ${oldest}: ${because}`,
          },
        ]
      : [];
  });
}

function isOlder(version: string, oldest: string): boolean {
  return version.localeCompare(oldest, "en", { numeric: true }) < 0;
}
