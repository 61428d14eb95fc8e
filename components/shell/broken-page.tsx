"use client";

import { NO_DATABASE } from "@/lib/platform/no-database";
import { Button } from "../ui/button";
import { PlainPage } from "./plain-page";

/** The number under which the server's log has the cause; the cause itself never reaches the page. */
function logNumber(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}

const BROKEN = {
  title: "This page did not load",
  lead: "Something failed on our side. What you saved before is kept. Try again; if it fails twice, tell your administrator.",
};
const AWAY = {
  title: "The database is busy or away",
  lead: "It did not answer within seconds, so this page did not load. What you saved before is kept. Try again in a moment; if it stays so, tell your administrator.",
};

export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const named = logNumber(error);
  const away = named === NO_DATABASE;
  const number = away ? undefined : named;
  return (
    <PlainPage {...(away ? AWAY : BROKEN)}>
      <Button variant="primary" onClick={() => retry()}>
        Try again
      </Button>
      {number && <p className="num mt-2 text-small text-faint">Number in the log: {number}</p>}
    </PlainPage>
  );
}
