import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "@/lib/platform/env";
import { demonstrationPerson, personByEmail } from "./queries";
import { ROLE_NAMES } from "./roles";

/** What the session's cookie carries: who, and which generation of their sessions. Nothing else. */
export type SessionToken = { personId?: string; sessionVersion?: number };

type Claims = { sub: string; email?: string; email_verified?: boolean; name?: string };

function openIdConnect(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: "oidc",
      name: "Single sign-on",
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: (claims) => ({
        id: claims.sub,
        // An address that the provider has not verified proves nobody.
        email: claims.email_verified === false ? null : (claims.email ?? null),
        name: claims.name ?? null,
      }),
    },
  ];
}

function demonstration() {
  if (env().BATON_DEMONSTRATION !== "1") return [];
  return [
    CredentialsProvider({
      id: "demonstration",
      name: "Demonstration",
      credentials: { role: { type: "text" } },
      async authorize(credentials) {
        const role = ROLE_NAMES.find((name) => name === credentials?.role);
        return role ? demonstrationPerson(role) : null;
      },
    }),
  ];
}

/** The sign-in options of next-auth, from the environment as it is now. */
export function signInOptions(): AuthOptions {
  return {
    secret: env().BATON_SECRET,
    session: { strategy: "jwt" },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [...openIdConnect(), ...demonstration()],
    callbacks: {
      signIn: async ({ user }) =>
        user.email && (await personByEmail(user.email)) ? true : "/sign-in?error=AccessDenied",
      jwt: async ({ token, user }) => {
        if (!user?.email) return token;
        const known = await personByEmail(user.email);
        return { personId: known?.id, sessionVersion: known?.sessionVersion };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
