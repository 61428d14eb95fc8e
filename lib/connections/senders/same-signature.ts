import { timingSafeEqual } from "node:crypto";

/** True where two signatures are the same, in a time that tells nothing about where they differ. */
export function sameSignature(given: string, ours: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(ours)];
  return one.length === other.length && timingSafeEqual(one, other);
}
