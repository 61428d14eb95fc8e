import type { KeyKind } from "./commands";

/** A key as lists show it: never its secret, which nobody can read again. */
export type KeyRow = { id: string; kind: KeyKind; name: string; createdAt: Date };
