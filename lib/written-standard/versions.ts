import type { Version } from "./view";

/** The version that a list of versions, latest first, has in force at a moment. */
export function inForceAt(versions: readonly Version[], now: Date): Version {
  const found = versions.find(({ takesEffect }) => takesEffect <= now);
  if (!found) throw new Error("No standard is in force; the migrations write the first one.");
  return found;
}

/** The versions that are signed and yet to take effect, the next one first. */
export function upcomingAt(versions: readonly Version[], now: Date): Version[] {
  return versions.filter(({ takesEffect }) => takesEffect > now).toReversed();
}
