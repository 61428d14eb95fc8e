/**
 * What the session's cookie carries: who, which generation of their sessions and which of them; beside
 * it the library's own name of the cookie, new each time that one is written, and its end, epoch seconds.
 */
export type SessionToken = {
  personId?: string;
  sessionVersion?: number;
  sessionId?: string;
  jti?: string;
  exp?: number;
};

/** Which session a cookie is of; those written before sessions had a name go by their cookie's. */
export const sessionIdOf = ({ sessionId, jti = "" }: SessionToken): string => sessionId ?? jti;
