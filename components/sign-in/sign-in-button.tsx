"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "../ui/button";

type SignInButtonProps = {
  label: string;
  provider: "oidc" | "demonstration";
  role?: string;
  /** Where to go; an address of our own. */
  to: string;
  primary?: boolean;
};

/** Signs in and goes on. What went wrong is said in place. */
export function SignInButton({ label, provider, role, to, primary }: SignInButtonProps) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  async function enter() {
    setState("busy");
    try {
      if (provider === "oidc") {
        await signIn("oidc", { callbackUrl: to });
        // Who comes back from the provider with the browser's own button can press this again.
        setState("idle");
        return;
      }
      const answer = await signIn(provider, { role, redirect: false });
      if (answer?.ok) window.location.assign(to);
      else setState("failed");
    } catch {
      setState("failed");
    }
  }
  return (
    <>
      <Button
        variant={primary ? "primary" : "quiet"}
        aria-disabled={state === "busy" || undefined}
        onClick={state === "busy" ? undefined : enter}
      >
        {label}
      </Button>
      {state === "failed" && (
        <p role="alert" className="text-small text-bad">
          This did not work. Try again in a moment.
        </p>
      )}
    </>
  );
}
