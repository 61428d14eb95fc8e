import { env } from "@/lib/platform/env";

/** The ways to sign in that are set up. */
export function signInWays(): { oidc: boolean; demonstration: boolean } {
  return {
    oidc: env().OIDC_ISSUER !== undefined,
    demonstration: env().BATON_DEMONSTRATION === "1",
  };
}

/** The page to go on to after signing in, if it is one of ours; null for anything else. */
export function nextAddress(next: string | undefined): string | null {
  if (!next?.startsWith("/") || next.startsWith("//") || next.includes("\\")) return null;
  return next === "/" ? null : next;
}
