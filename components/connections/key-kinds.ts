import { type KeyScopes, SCOPES } from "@/lib/access/keys/scopes";

/** What a key opens. */
export const KEY_KINDS = { api: "Public API", write: "Tracking API" } as const;

/** "Public API: read leads, send leads"; without more, all of it. */
export function opensWords(kind: keyof typeof KEY_KINDS, scopes: KeyScopes): string {
  if (kind === "write" || scopes === null) return KEY_KINDS[kind];
  return `${KEY_KINDS[kind]}: ${scopes.map((scope) => SCOPES[scope].toLowerCase()).join(", ")}`;
}
