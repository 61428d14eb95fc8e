"use client";

import { ButtonLink } from "../../ui/button-link";
import { useQueueLive } from "./queue-live";

/** Says so where the list does not change by itself for now; nothing while all is well. */
export function LiveWord() {
  const { state } = useQueueLive();
  return (
    <div role="status" className="print:hidden">
      {state === "lost" && (
        <p className="mb-2 text-small text-warn">
          No connection: new leads do not show now. It tries again by itself.
        </p>
      )}
      {state === "other" && (
        <p className="mb-2 text-small text-warn">
          Somebody else is signed in in this browser now. Load the page again for their queue.
        </p>
      )}
      {state === "ended" && (
        <p className="mb-2 flex flex-wrap items-center gap-2 text-small text-warn">
          You are signed out. What you typed is still here: sign in in another tab.
          <ButtonLink href="/sign-in" target="_blank" rel="noreferrer">
            Sign in
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
