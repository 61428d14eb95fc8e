/** The key that the end-to-end server is started with. */
export const API_KEY = "an-api-key-for-the-end-to-end-tests";
