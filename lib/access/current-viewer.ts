import "server-only";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { hear } from "@/db/hearing";
import { env } from "@/lib/platform/env";
import { may, type Permission } from "./permissions";
import { viewerOf } from "./queries";
import { type SessionToken, sessionIdOf } from "./sign-in/session-token";
import type { Viewer } from "./viewer";

const COOKIES = ["__Secure-next-auth.session-token", "next-auth.session-token"];

const OPENED = 1_000;
const opened = new Map<string, Promise<SessionToken | null>>();

/** What a cookie holds, if it is ours. Opening one takes longer than asking who it is. */
function openCookie(token: string, secret: string): Promise<SessionToken | null> {
  const known = opened.get(token);
  if (known) return known;
  const opening = decode({ token, secret }).catch(() => null) as Promise<SessionToken | null>;
  opened.set(token, opening);
  for (const oldest of opened.keys()) {
    if (opened.size <= OPENED) break;
    opened.delete(oldest);
  }
  return opening;
}

/** Who the cookie says is there, if it is ours and not too old. */
async function sessionToken(): Promise<Required<Omit<SessionToken, "jti">> | null> {
  const jar = await cookies();
  const token = COOKIES.map((name) => jar.get(name)?.value).find(Boolean);
  if (!token) return null;
  const session = await openCookie(token, env().BATON_SECRET ?? "");
  if (!session?.personId || session.sessionVersion === undefined) return null;
  const { personId, sessionVersion, exp = 0 } = session;
  if (exp * 1000 < Date.now()) return null;
  return { personId, sessionVersion, sessionId: sessionIdOf(session), exp };
}

/** The viewer of this request, or null where nobody is signed in. One query a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const session = await sessionToken();
  return session && viewerOf(session.personId, session.sessionVersion, session.sessionId);
});

/** A session that outlives its request, as a stream's does. */
export type Standing = {
  personId: string;
  /**
   * Calls `end` once this session was signed out, and `missed` where that may have gone unheard: whoever
   * still is signed in has their cookie to come back with. Stops doing so with what it answers.
   */
  onEnd: (end: () => void, missed: () => void) => () => void;
  /** The viewer as they are now, or null once the session does not stand any more. */
  viewer: () => Promise<Viewer | null>;
};

/** The session of this request, to be asked again for as long as something is sent to it. */
export async function standingSession(): Promise<Standing | null> {
  const session = await sessionToken();
  if (!session) return null;
  const { personId, sessionVersion, sessionId, exp } = session;
  return {
    personId,
    onEnd: (end, missed) => (sessionId ? hear("session_end", sessionId, end, missed) : () => {}),
    viewer: async () =>
      exp * 1000 < Date.now() ? null : viewerOf(personId, sessionVersion, sessionId),
  };
}

/**
 * The viewer that a page needs. Without one the reader is sent to sign in and comes back to
 * `address`; without the permission the page does not exist for them.
 */
export async function requireViewer(address: string, permission?: Permission): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(address)}`);
  if (permission && !may(viewer, permission)) notFound();
  return viewer;
}
