import { KEY_KINDS, type KeyKind } from "@/lib/access/keys/kinds";
import { type KeyScopes, SCOPES } from "@/lib/access/keys/scopes";

/** "Public API: read leads, send leads"; without more, all of it. */
export function opensWords(kind: KeyKind, scopes: KeyScopes): string {
  if (kind === "write" || scopes === null) return KEY_KINDS[kind];
  return `${KEY_KINDS[kind]}: ${scopes.map((scope) => SCOPES[scope].toLowerCase()).join(", ")}`;
}
