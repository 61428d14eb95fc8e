import type { KeyKind } from "./kinds";
import type { KeyScopes } from "./scopes";

/** A key as lists show it: never its secret, which nobody can read again. */
export type KeyRow = {
  id: string;
  kind: KeyKind;
  name: string;
  scopes: KeyScopes;
  createdAt: Date;
  /** When it last sent or asked for something with success, to the minute; null where it never did. */
  lastUsedAt: Date | null;
};
