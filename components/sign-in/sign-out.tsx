"use client";

import { signOut } from "next-auth/react";
import { Button } from "../ui/button";

/** Ends this session. We go to the page ourselves: the library would go to its configured host. */
export function SignOut() {
  return (
    <Button
      variant="quiet"
      onClick={async () => {
        await signOut({ redirect: false });
        window.location.assign("/sign-in");
      }}
    >
      Sign out
    </Button>
  );
}
