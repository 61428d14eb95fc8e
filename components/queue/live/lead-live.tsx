"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { LiveRegion } from "../../shell/live-region";
import { useToast } from "../../ui/toast";
import type { QueueNews } from "./news";
import { useLive } from "./use-live";
import { useSlowRefresh } from "./use-slow-refresh";
import { useUnseen } from "./use-unseen";

type LeadLiveProps = {
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
export function LeadLive({ leadId, isTheirs, servedAt, since }: LeadLiveProps) {
  const router = useRouter();
  const { say } = useToast();
  const [words, setWords] = useState("");
  const notice = useUnseen();
  // The moment that the page was opened at: made anew, it goes on hearing where it is.
  const [openedAt] = useState(servedAt);
  const state = useLive(`list=open&cursor=${openedAt}`, since, (event, data) => {
    if (event === "reload") router.refresh();
    if (event !== "leads") return;
    const { rows, gone, query } = data as QueueNews;
    const isGone = gone.includes(leadId);
    if (isGone && isTheirs) {
      say({
        text: "This lead was given to somebody else while you read it.",
        detail: "What you typed is still here, to be copied.",
        tone: "bad",
      });
    }
    if (isGone || rows.some(({ line }) => line.leadId === leadId)) router.refresh();
    const arrived = rows.filter(({ isNew }) => isNew).map(({ line }) => line);
    if (arrived.length === 0) return;
    setWords(`New in your queue: ${arrived.map(({ name }) => name).join(", ")}`);
    notice(arrived, query);
  });
  useSlowRefresh(state, servedAt, router.refresh);
  return (
    <>
      <LiveRegion>{words}</LiveRegion>
      {state === "ended" && (
        <p role="alert" className="mb-2 text-small text-warn print:hidden">
          You are signed out. What you typed is still here: sign in in another tab, then go on.
        </p>
      )}
    </>
  );
}
