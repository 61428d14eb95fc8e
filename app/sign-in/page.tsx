import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PlainPage } from "@/components/shell/plain-page";
import { SignInButton } from "@/components/sign-in/sign-in-button";
import { SignInError } from "@/components/sign-in/sign-in-error";
import { currentViewer } from "@/lib/access/current-viewer";
import { HOME } from "@/lib/access/places";
import { hasAdmin } from "@/lib/access/queries";
import { ROLE_NAMES, ROLES } from "@/lib/access/roles";
import { nextAddress, signInWays } from "@/lib/access/sign-in/sign-in";

export const metadata: Metadata = { title: "Sign in" };

/** `callbackUrl` is next-auth's word for `next`, where a sign-in failed. */
type Asked = Partial<Record<"next" | "callbackUrl" | "error", string>>;
type Props = { searchParams: Promise<Asked> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, callbackUrl, error } = await searchParams;
  const wanted = nextAddress(next ?? callbackUrl);
  const viewer = await currentViewer();
  if (viewer) redirect(wanted ?? HOME[viewer.role]);
  const { oidc, demonstration } = signInWays();
  const choose = oidc ? "Sign in as yourself, or choose" : "Choose";
  const begun = demonstration || (await hasAdmin());
  const lead = demonstration
    ? `This is the demonstration company. ${choose} whose desk to sit at.`
    : "Baton shows leads and the people behind them, so it wants to know who you are.";
  return (
    <PlainPage title="Sign in" lead={lead}>
      {begun ? error && <SignInError code={error} /> : <NobodyYet />}
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

/** There is no admin whom one could ask to be let in: whoever runs Baton names the first. */
function NobodyYet() {
  return (
    <p role="alert" className="mb-1 text-small">
      Nobody has access yet. Start Baton with BATON_ADMIN_EMAIL set to your address, then sign in:
      you are its first admin.
    </p>
  );
}
