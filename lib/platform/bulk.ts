/** What one bulk deed takes at most (O.5): it is one transaction, and holds its leads as long. */
export const BULK_MOST = 500;
