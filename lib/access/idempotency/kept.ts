/** For how many hours an answer to an `Idempotency-Key` is kept. */
export const KEPT_HOURS = 24;
