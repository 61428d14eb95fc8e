"use client";

import { useEffect, useRef } from "react";
import { Desk, useDesk } from "../../handoff/desk";
import { Button } from "../../ui/button";
import type { ListLine } from "../live/list";
import { takeEarlyKey } from "./early-key";
import { ReachButton } from "./reach-button";
import { useReach } from "./use-reach";

/** What one can do with the row in focus without opening it (Q.4): reach, log, accept, reject. */
export function RowBar({ line }: { line: ListLine }) {
  const { id, leadId, name } = line;
  const reach = useReach(leadId);
  const warning = typeof reach === "object" && "warning" in reach ? reach.warning : null;
  const closed = closedReason(line);
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const key = takeEarlyKey(leadId);
    if (!key) return;
    const button = buttons.current?.querySelector<HTMLElement>(`[data-shortcut=${key}]`);
    if (button?.checkVisibility()) button.click();
  }, [leadId]);
  return (
    <Desk key={id} handoffId={id} leadName={name} reported={[]} closed={closed}>
      <div
        ref={takeRoom}
        className="fixed inset-x-0 bottom-[calc(58px+env(safe-area-inset-bottom))] z-20 hidden border-t border-line bg-paper px-4 py-2 pointer-fine:block md:bottom-0 md:left-[208px] md:px-7 print:hidden"
      >
        <div className="max-w-[1200px]">
          {/* A reason not to call comes before the button that calls. */}
          <p role="status" className="not-empty:mb-1.5 text-small">
            {warning && (
              <>
                <strong className="font-medium text-bad">{warning.lead}</strong> · {warning.words}
              </>
            )}
          </p>
          <div
            ref={buttons}
            role="toolbar"
            aria-label={`With ${name}`}
            className="flex flex-wrap items-center gap-2 max-sm:gap-1 max-sm:*:px-2"
          >
            <span className="mr-auto min-w-0 truncate text-small font-medium max-sm:hidden">
              {name}
            </span>
            <ReachButton way="call" reach={reach} />
            <ReachButton way="email" reach={reach} />
            <ReachButton way="message" reach={reach} />
            <DeskButtons closed={closed} />
          </div>
        </div>
      </div>
    </Desk>
  );
}

function closedReason({ moved, decided }: ListLine): string | undefined {
  if (moved) return "Somebody else has this lead now.";
  return decided ? "This lead is decided on already." : undefined;
}

function DeskButtons({ closed }: { closed: string | undefined }) {
  const desk = useDesk();
  if (!desk) return null;
  return (
    <>
      <Button kbd="L" onClick={() => desk.log("call")}>
        Log
      </Button>
      <Button kbd="A" disabledReason={closed} onClick={desk.accepting ? undefined : desk.accept}>
        {desk.accepting ? "Accepting" : "Accept"}
      </Button>
      <Button kbd="R" disabledReason={closed} onClick={desk.reject}>
        Reject
      </Button>
    </>
  );
}

/**
 * Says how much of the screen's lower edge the bar takes: what stands there otherwise, a message or the
 * log, stands above it.
 */
function takeRoom(bar: HTMLElement | null) {
  if (!bar) return;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => {
    const { height, top } = bar.getBoundingClientRect();
    style.setProperty("--row-bar", `${height > 0 ? innerHeight - top : 0}px`);
    // The bar came after the focus did, and may lie over it (WCAG 2.4.11).
    document.activeElement?.closest("tr")?.scrollIntoView({ block: "nearest" });
  });
  observer.observe(bar);
  return () => {
    observer.disconnect();
    style.removeProperty("--row-bar");
  };
}
