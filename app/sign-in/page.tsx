import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PlainPage } from "@/components/shell/plain-page";
import { SignInButton } from "@/components/sign-in/sign-in-button";
import { currentViewer } from "@/lib/access/current-viewer";
import { HOME } from "@/lib/access/places";
import { ROLE_NAMES, ROLES } from "@/lib/access/roles";
import { nextAddress, signInWays } from "@/lib/access/sign-in";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string; error?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, error } = await searchParams;
  const wanted = nextAddress(next);
  const viewer = await currentViewer();
  if (viewer) redirect(wanted ?? HOME[viewer.role]);
  const { oidc, demonstration } = signInWays();
  const lead = demonstration
    ? "This is the demonstration company. Choose whose desk to sit at."
    : "Baton shows leads and the people behind them, so it wants to know who you are.";
  return (
    <PlainPage title="Sign in" lead={lead}>
      {error && (
        <p role="alert" className="text-small text-bad">
          {error === "AccessDenied"
            ? "Nobody with this address has access. Ask your admin to add you."
            : "Signing in did not work. Try again; if it stays so, tell your admin."}
        </p>
      )}
      {oidc && (
        <SignInButton
          label="Sign in with single sign-on"
          provider="oidc"
          to={wanted ?? "/"}
          primary
        />
      )}
      {demonstration &&
        ROLE_NAMES.map((role) => (
          <SignInButton
            key={role}
            label={`Sign in as ${ROLES[role].toLowerCase()}`}
            provider="demonstration"
            role={role}
            to={wanted ?? HOME[role]}
          />
        ))}
      {!oidc && !demonstration && (
        <p className="text-small text-soft">
          No sign-in is set up yet. Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.
        </p>
      )}
    </PlainPage>
  );
}
