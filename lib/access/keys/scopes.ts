import { keysOf } from "@/lib/platform/keys-of";

/** What a key of the public API may be made for, in the words of whoever makes it. */
export const SCOPES = {
  "leads:read": "Read leads",
  "leads:write": "Send leads",
  "activities:write": "Send activities",
  "handoffs:read": "Read handoffs",
  "routing:write": "Route leads",
  "hooks:write": "Be told of handoffs",
  "connections:write": "Connect systems",
} as const;
export type Scope = keyof typeof SCOPES;
export const SCOPE_NAMES = keysOf(SCOPES);

/** What a key was made for; null for everything, as the first key and those from before scopes are. */
export type KeyScopes = readonly Scope[] | null;

/** True where a key may ask for what needs a scope; what needs none is anybody's with a key. */
export const covers = (scopes: KeyScopes, needed: Scope | undefined): boolean =>
  scopes === null || needed === undefined || scopes.includes(needed);
