/** What a key opens: keys the public API, write keys the tracking API. */
export const KEY_KINDS = { api: "Public API", write: "Tracking API" } as const;
export type KeyKind = keyof typeof KEY_KINDS;
