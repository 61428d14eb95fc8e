import "server-only";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { env } from "@/lib/platform/env";
import { may, type Permission } from "./permissions";
import { viewerOf } from "./queries";
import type { SessionToken } from "./session";
import type { Viewer } from "./viewer";

const COOKIES = ["__Secure-next-auth.session-token", "next-auth.session-token"];

/** The viewer of this request, or null where nobody is signed in. One query a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies();
  const token = COOKIES.map((name) => jar.get(name)?.value).find(Boolean);
  if (!token) return null;
  const secret = env().BATON_SECRET ?? "";
  const session = (await decode({ token, secret }).catch(() => null)) as SessionToken | null;
  if (!session?.personId || session.sessionVersion === undefined) return null;
  return viewerOf(session.personId, session.sessionVersion);
});

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
