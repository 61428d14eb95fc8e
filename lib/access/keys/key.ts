import { createHash, randomBytes } from "node:crypto";
import type { KeyKind } from "./kinds";

/** The hash a key is kept and found by. Keys are long and random, so one round is enough. */
export function keyHash(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** A new secret key, shown once: `baton_api_…` or `baton_write_…`, 160 random bits. */
export function newKey(kind: KeyKind): string {
  return `baton_${kind}_${randomBytes(20).toString("hex")}`;
}
