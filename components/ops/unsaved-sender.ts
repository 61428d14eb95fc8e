import type { Part, UnsavedText } from "@/lib/documentation/unsaved/unsaved";

/** Whether the server has what was typed. */
export type Standing = "sent" | "sending" | "waiting" | "signed out";

export type Sign = Partial<Record<Part, UnsavedText | null>> & {
  writing: boolean;
  leaving?: boolean;
};

type SenderParts<T> = {
  /** Sends to the server; rejects where no answer came. */
  post: (sign: Sign) => Promise<{ status: number; news: T | null }>;
  changed: (standing: Standing) => void;
  heard: (news: T) => void;
  /** Runs something later, in milliseconds; answers what cancels it. */
  later: (run: () => void, ms: number) => () => void;
};

/** So long after the last key text is sent. */
const PAUSE = 500;
/** So often a page shows that it is open, and tries again what did not arrive. */
const SIGN_EVERY = 5_000;

/**
 * Brings what is typed to the server, the latest text of each part only: one request at a time, and
 * again until it arrives, over a network that went and a session that ended.
 */
export function unsavedSender<T>({ post, changed, heard, later }: SenderParts<T>) {
  let unsent: Partial<Record<Part, UnsavedText | null>> = {};
  let writing = false;
  let busy = false;
  let stopped = false;
  let cancel = () => {};

  const isUnsent = () => Object.keys(unsent).length > 0;
  const soon = (ms: number) => {
    cancel();
    cancel = stopped ? () => {} : later(() => void flush(), ms);
  };

  async function flush(): Promise<void> {
    if (busy) return;
    const sending = unsent;
    const sign = { ...sending, writing };
    unsent = {};
    writing = false;
    busy = true;
    const answer = await post(sign).catch(() => null);
    busy = false;
    if (answer && answer.status < 300) {
      changed(isUnsent() ? "sending" : "sent");
      if (answer.news) heard(answer.news);
    } else {
      // What was typed meanwhile is the later text.
      unsent = { ...sending, ...unsent };
      changed(answer?.status === 401 ? "signed out" : isUnsent() ? "waiting" : "sent");
    }
    soon(answer && isUnsent() && answer.status < 300 ? PAUSE : SIGN_EVERY);
  }

  return {
    flush,
    /** Takes the latest text of a part, or null where none is to be kept any more. */
    keep(part: Part, text: UnsavedText | null) {
      unsent = { ...unsent, [part]: text };
      if (text) writing = true;
      changed("sending");
      soon(PAUSE);
    },
    /** What a page that is left sends last. */
    last: (): Sign => ({ ...unsent, writing: false, leaving: true }),
    isUnsent,
    start: () => {
      stopped = false;
      soon(0);
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
