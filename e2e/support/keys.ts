/** The keys that the end-to-end server is started with. */
export const API_KEY = "an-api-key-for-the-end-to-end-tests";
export const WRITE_KEY = "a-write-key-for-the-end-to-end-tests";
