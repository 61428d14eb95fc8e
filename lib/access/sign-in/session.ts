import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { announce } from "@/db/hearing";
import { systemClock } from "@/lib/platform/clock";
import { SECOND } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { endSession, SESSION_LASTS } from "../commands";
import { demonstrationPerson, personByEmail, viewerOf } from "../queries";
import { ROLE_NAMES } from "../roles";
import { type SessionToken, sessionIdOf } from "./session-token";
import { type Claims, provenEmail } from "./sign-in";

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
      profile: (claims) => ({ id: claims.sub, email: provenEmail(claims) }),
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
    session: { strategy: "jwt", maxAge: SESSION_LASTS / SECOND },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [...openIdConnect(), ...demonstration()],
    logger: {
      error: noted,
      warn: (code) => log().warn({ code }, "next-auth warns"),
      debug: () => {},
    },
    events: {
      signOut: ({ token }) =>
        end((token ?? {}) as SessionToken).catch((error) => noted("SIGN_OUT", error)),
    },
    callbacks: {
      signIn: ({ user }) => mayEnter(user.email),
      jwt: async ({ token, user }) => {
        if (!user?.email) return renewed(token as SessionToken);
        const known = await personByEmail(user.email);
        const sessionId = crypto.randomUUID();
        return { personId: known?.id, sessionVersion: known?.sessionVersion, sessionId };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

async function viewerBy(token: SessionToken) {
  const { personId, sessionVersion } = token;
  if (!personId || sessionVersion === undefined) return null;
  return viewerOf(personId, sessionVersion, sessionIdOf(token));
}

/** What a cookie is written anew with: nothing, once its session has ended. */
async function renewed(token: SessionToken): Promise<SessionToken> {
  return (await viewerBy(token)) ? { ...token, sessionId: sessionIdOf(token) } : {};
}

/** Ends a session for all of its cookies; what it still watches, in whatever process, ends as well. */
async function end(token: SessionToken): Promise<void> {
  const viewer = await viewerBy(token);
  if (!viewer) return;
  await endSession(viewer, sessionIdOf(token), systemClock());
  await announce("session_end", sessionIdOf(token));
}

/** True for somebody known; else where they are told why not. */
async function mayEnter(email: string | null | undefined): Promise<true | string> {
  if (!email) return "/sign-in?error=Unverified";
  try {
    return (await personByEmail(email)) ? true : "/sign-in?error=AccessDenied";
  } catch (error) {
    // next-auth would put the failure's own words, with the address asked for, into the URL.
    noted("SIGNIN_CALLBACK_ERROR", error);
    return "/sign-in?error=Callback";
  }
}

/** What next-auth would print to the console goes to our log, which leaves personal data out. */
function noted(code: string, what?: unknown): void {
  const wrapped = typeof what === "object" && what !== null && "error" in what;
  log().warn({ code, err: wrapped ? what.error : what }, "Signing in failed");
}
