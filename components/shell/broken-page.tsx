"use client";

import { Button } from "../ui/button";
import { PlainPage } from "./plain-page";

/** The number under which the server's log has the cause; the cause itself never reaches the page. */
function logNumber(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}

export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const number = logNumber(error);
  return (
    <PlainPage
      title="This page did not load"
      lead="Something failed on our side. What you saved before is kept. Try again; if it fails twice, tell your administrator."
    >
      <Button variant="primary" onClick={() => retry()}>
        Try again
      </Button>
      {number && <p className="num mt-2 text-small text-faint">Number in the log: {number}</p>}
    </PlainPage>
  );
}
