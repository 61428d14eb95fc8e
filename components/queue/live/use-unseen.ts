"use client";

import { useEffect, useRef, useState } from "react";
import { leadAddress } from "@/lib/platform/address";
import { useGoTo } from "../../shell/use-go-to";
import type { QueueNews, QueueReload } from "./news";
import { notifyOf, notifyOfMany } from "./notifications";

const COUNT = /^\(\d+\) /;

/** "(2) Queue": how many are new since somebody last looked at this tab. */
function titled(title: string, unseen: number): string {
  const plain = title.replace(COUNT, "");
  return unseen > 0 ? `(${unseen}) ${plain}` : plain;
}

const isLookedAt = () => document.visibilityState === "visible" && document.hasFocus();

type Unseen = {
  /** What arrived last, to be read aloud. */
  words: string;
  /** Tells of leads of the queue, and of handoffs by their ids where they are many. */
  tell: (news: QueueNews | QueueReload) => void;
};

/**
 * Says what arrives, each handoff once: aloud, in the tab's title until somebody looks, and as a
 * notification where that is allowed.
 */
export function useUnseen(): Unseen {
  const goTo = useGoTo();
  const [words, setWords] = useState("");
  const [unseen, setUnseen] = useState(0);
  const told = useRef(new Set<string>());
  useEffect(() => {
    const count = () => {
      const title = titled(document.title, unseen);
      if (document.title !== title) document.title = title;
    };
    count();
    // A page that is made anew brings its own title.
    const watch = new MutationObserver(count);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [unseen]);
  useEffect(() => {
    const look = () => isLookedAt() && setUnseen(0);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
      document.title = titled(document.title, 0);
    };
  }, []);
  const isFirst = (id: string) => !told.current.has(id) && !!told.current.add(id);
  function say(count: number, aloud: string, notify: () => void) {
    if (count === 0) return;
    setWords(aloud);
    if (isLookedAt()) return;
    setUnseen((known) => known + count);
    notify();
  }
  function tell(news: QueueNews | QueueReload) {
    if ("arrived" in news) {
      const count = news.arrived.filter(isFirst).length;
      const many = count === 1 ? "1 new lead" : `${count} new leads`;
      return say(count, `${many} in your queue`, () => notifyOfMany(many));
    }
    const lines = news.rows.flatMap(({ isNew, line }) => (isNew && isFirst(line.id) ? [line] : []));
    say(lines.length, `New in your queue: ${lines.map(({ name }) => name).join(", ")}`, () => {
      for (const line of lines) {
        notifyOf(line, () => void goTo(leadAddress(line.leadId, news.query)));
      }
    });
  }
  return { words, tell };
}
