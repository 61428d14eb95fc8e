/** The keys that the end-to-end server is started with. */
export const API_KEY = "end-to-end-api-key";
export const WRITE_KEY = "end-to-end-write-key";
