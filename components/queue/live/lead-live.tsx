"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { LiveRegion } from "../../shell/live-region";
import { useToast } from "../../ui/toast";
import type { LiveState } from "./live-source";
import type { QueueNews, QueueReload } from "./news";
import { useLive } from "./use-live";
import { useSlowRefresh } from "./use-slow-refresh";
import { useUnseen } from "./use-unseen";

const GO_ON = "What you typed is still here: sign in in another tab, then go on.";
/** What is said of a line on which nothing is heard. */
const SAID: Partial<Record<LiveState, string>> = {
  lost: "No connection: what changes does not show now. It tries again by itself.",
  ended: `You are signed out. ${GO_ON}`,
  other: `Somebody else is signed in by now. ${GO_ON}`,
};

type LeadLiveProps = {
  /** The reader. */
  personId: string;
  leadId: string;
  /** Whether the reader has this lead now. */
  isTheirs: boolean;
  /** Epoch milliseconds. */
  servedAt: number;
  /** Where the stream of changes goes on from the page as served. */
  since: string;
};

/**
 * Hears of this lead while its rep reads it: what another tab logged shows at once, and a lead that
 * was given to somebody else is said, with whatever was typed still there. New leads count in the
 * tab's title here too.
 */
export function LeadLive({ personId, leadId, isTheirs, servedAt, since }: LeadLiveProps) {
  const router = useRouter();
  const { words, tell } = useUnseen();
  const tellGone = useGone(isTheirs);
  // The moment that the page was opened at: made anew, it goes on hearing where it is.
  const [openedAt] = useState(servedAt);
  const state = useLive(personId, `list=open&cursor=${openedAt}`, since, (event, data) => {
    if (event === "reload") {
      tell(data as QueueReload);
      router.refresh();
    }
    if (event !== "leads") return;
    const news = data as QueueNews;
    const isGone = news.gone.includes(leadId);
    if (isGone && isTheirs) tellGone();
    if (isGone || news.rows.some(({ line }) => line.leadId === leadId)) router.refresh();
    tell(news);
  });
  useSlowRefresh(state, servedAt, router.refresh);
  return (
    <>
      <LiveRegion>{words}</LiveRegion>
      {SAID[state] && (
        <p role="alert" className="mb-2 text-small text-warn print:hidden">
          {SAID[state]}
        </p>
      )}
    </>
  );
}

/** Says once that the lead is somebody else's now: when told so, or when the page made anew shows it. */
function useGone(isTheirs: boolean): () => void {
  const { say } = useToast();
  const known = useRef(isTheirs);
  const tellGone = () => {
    if (!known.current) return;
    known.current = false;
    say({
      text: "This lead was given to somebody else while you read it.",
      detail: "What you typed is still here, to be copied.",
      tone: "bad",
    });
  };
  const changed = useEffectEvent(() => {
    if (isTheirs) known.current = true;
    else tellGone();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each change of it.
  useEffect(() => changed(), [isTheirs]);
  return tellGone;
}
