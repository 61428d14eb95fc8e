import { env } from "@/lib/platform/env";

/** The ways to sign in that are set up. */
export function signInWays(): { oidc: boolean; demonstration: boolean } {
  return {
    oidc: env().OIDC_ISSUER !== undefined,
    demonstration: env().BATON_DEMONSTRATION === "1",
  };
}

/** Where relative addresses are read; it is never gone to, since only the way below it counts. */
const ANYWHERE = "http://anywhere.invalid";

/**
 * The page to go on to after signing in; null for what is no page of ours. Of a whole address
 * only the way below its host counts. It is read as browsers read it, which drop tabs and take
 * `\` for `/`: what only looks like a way of ours could be another site's address.
 */
export function nextAddress(next: string | undefined): string | null {
  if (!next || !URL.canParse(next, ANYWHERE)) return null;
  const { pathname, search, hash } = new URL(next, ANYWHERE);
  const ours = /^\/[^/]/.test(pathname) && !/^\/(api\/|sign-in$)/.test(pathname);
  return ours ? pathname + search + hash : null;
}

/** What an identity provider says of a person (OpenID Connect Core 1.0, section 5.1). */
export type Claims = {
  sub: string;
  email?: string;
  /** A boolean; some providers send it as a text. */
  email_verified?: unknown;
  name?: string;
};

/**
 * The address that the provider stands for, or null. One that it has not verified proves nobody;
 * one of which it says nothing counts, since company directories verify theirs and leave this out.
 */
export function provenEmail({ email, email_verified: verified }: Claims): string | null {
  if (!email) return null;
  return verified === undefined || verified === true || verified === "true" ? email : null;
}
