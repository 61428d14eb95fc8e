/** What a key opens. */
export const KEY_KINDS = { api: "Public API", write: "Tracking API" } as const;
