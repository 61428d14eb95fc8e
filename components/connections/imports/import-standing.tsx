"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ImportProgress } from "@/lib/intake/imports/view";
import { formatCount, formatPercent } from "@/lib/platform/format-number";
import { LiveRegion } from "../../shell/live-region";
import { Progress } from "../../ui/progress";
import { RowCounts } from "./row-counts";

type ImportStandingProps = {
  id: string;
  fileName: string;
  /** As the server knew it when it made the page. */
  progress: ImportProgress;
  locale: string;
};

const PAUSE = 1_000;

/** How far an import is, once a second while it runs; then the page is asked for anew. */
export function ImportStanding({ id, fileName, progress: initial, locale }: ImportStandingProps) {
  const { progress, silent } = useProgress(id, initial);
  const running = progress.state === "running";
  const rows = formatCount(progress.rowsRead, "row", "rows", locale);
  const share = progress.bytes === 0 ? 1 : progress.bytesRead / progress.bytes;
  return (
    <div className="flex flex-col gap-6">
      <LiveRegion>{running ? "" : `Import ended: ${rows}`}</LiveRegion>
      {running && (
        <Progress
          className="max-w-[760px]"
          label={silent ? "The server does not answer; asking again" : `Importing ${fileName}`}
          done={progress.bytesRead}
          total={progress.bytes}
          detail={`${rows}, ${formatPercent(share, locale)}`}
        />
      )}
      <RowCounts progress={progress} locale={locale} />
    </div>
  );
}

function useProgress(id: string, initial: ImportProgress) {
  const router = useRouter();
  const [latest, setLatest] = useState(initial);
  const [silent, setSilent] = useState(false);
  const progress = latest.rowsRead >= initial.rowsRead ? latest : initial;
  const running = initial.state === "running";
  useEffect(() => {
    if (!running) return;
    const asking = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    async function ask() {
      const answer = await fetch(`/api/imports/${id}`, { signal: asking.signal }).catch(() => null);
      if (asking.signal.aborted) return;
      setSilent(!answer?.ok);
      if (answer?.ok) {
        const next: ImportProgress = await answer.json();
        setLatest(next);
        if (next.state !== "running") return router.refresh();
      }
      timer = setTimeout(ask, PAUSE);
    }
    void ask();
    return () => {
      asking.abort();
      clearTimeout(timer);
    };
  }, [id, running, router]);
  return { progress: running ? progress : initial, silent };
}
