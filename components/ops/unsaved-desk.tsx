"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Other, PageNews, Part, UnsavedText } from "@/lib/documentation/unsaved/unsaved";
import { keepDraft, keptDraft, latestOf } from "./kept-draft";
import { type Sign, type Standing, unsavedSender } from "./unsaved-sender";
import { useElsewhere } from "./use-elsewhere";

type Desk = {
  standing: Standing;
  others: readonly Other[];
  /** What one typed for the summary on another page, and not on this one. */
  elsewhere: string | null;
  dropElsewhere: () => void;
  /** Keeps text here and on the server; null where it need not be kept any more. */
  keep: (part: Part, text: UnsavedText | null) => void;
  /** What one had typed when the page was opened. */
  found: (part: Part) => UnsavedText | null;
};

const DeskContext = createContext<Desk | null>(null);

/** Where unsaved text is kept, and who else writes. */
export function useUnsaved(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useUnsaved needs an UnsavedDesk around it");
  return desk;
}

const post = (leadId: string, sign: Sign, keepalive = false) =>
  fetch(`/api/ops/${leadId}/unsaved`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(sign),
    keepalive,
  });

async function news(response: Response): Promise<PageNews | null> {
  return response.ok ? ((await response.json()) as PageNews) : null;
}

function laterBy(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

type UnsavedDeskProps = {
  leadId: string;
  personId: string;
  /** The summary's version that the page was made with. */
  version: number;
  /** When the page was read, in milliseconds since 1970. */
  readAt: number;
  /** What the server kept of one's own text then. */
  kept: Partial<Record<Part, UnsavedText>>;
  children: ReactNode;
};

/** Keeps what is typed about a lead (O.3), here and on the server, and knows who else is there. */
export function UnsavedDesk(props: UnsavedDeskProps) {
  const { leadId, personId, version, readAt, kept, children } = props;
  const { refresh } = useRouter();
  const [standing, setStanding] = useState<Standing>("sent");
  const [others, setOthers] = useState<readonly Other[]>([]);
  const shown = useRef(version);
  shown.current = Math.max(shown.current, version);
  const page = useRef(readAt);
  page.current = readAt;
  const latest = useRef<Partial<Record<Part, UnsavedText | null>>>({});
  const { elsewhere, begin, type, hear, drop, behind } = useElsewhere();

  const sender = useMemo(
    () =>
      unsavedSender<PageNews>({
        post: async (sign) => {
          const response = await post(leadId, sign);
          return { status: response.status, news: await news(response) };
        },
        changed: (next) => {
          setStanding(next);
          if (next === "sent") markSent({ leadId, personId }, latest.current, page.current);
        },
        heard: ({ others: people, own, version: inForce }) => {
          setOthers((known) => (sameOthers(known, people) ? known : people));
          // What is typed here and on its way will be the later text.
          if (!sender.isUnsent()) hear(own);
          if (inForce <= shown.current) return;
          shown.current = inForce;
          refresh();
        },
        later: laterBy,
      }),
    [leadId, personId, refresh, hear],
  );

  useEffect(() => {
    const leave = () => {
      const summary = behind();
      if (summary) keepDraft({ leadId, personId, part: "summary" }, summary);
      const sign = { ...sender.last(), ...(summary && { summary }) };
      void post(leadId, sign, true).catch(() => undefined);
    };
    const again = () => void sender.flush();
    sender.start();
    addEventListener("pagehide", leave);
    addEventListener("online", again);
    return () => {
      removeEventListener("pagehide", leave);
      removeEventListener("online", again);
      sender.stop();
      leave();
    };
  }, [leadId, personId, sender, behind]);

  const desk = useMemo<Omit<Desk, "standing" | "others" | "elsewhere" | "dropElsewhere">>(
    () => ({
      keep: (part, text) => {
        latest.current[part] = text;
        if (part === "summary") type(text);
        keepDraft({ leadId, personId, part }, text && { ...text, page: readAt });
        sender.keep(part, text);
      },
      found: (part) => {
        const here = keptDraft({ leadId, personId, part });
        const text = latestOf(here, kept[part] ?? null, readAt);
        if (part === "summary") begin(text);
        return text;
      },
    }),
    [leadId, personId, sender, kept, readAt, begin, type],
  );
  return (
    <DeskContext value={{ ...desk, standing, others, elsewhere, dropElsewhere: drop }}>
      {children}
    </DeskContext>
  );
}

/** What arrived need not be put under another computer's later text. */
function markSent(
  whose: { leadId: string; personId: string },
  texts: Partial<Record<Part, UnsavedText | null>>,
  page: number,
) {
  for (const [part, text] of Object.entries(texts) as [Part, UnsavedText | null][]) {
    if (text) keepDraft({ ...whose, part }, { ...text, sent: true, page });
  }
}

const sameOthers = (one: readonly Other[], other: readonly Other[]) =>
  JSON.stringify(one) === JSON.stringify(other);
