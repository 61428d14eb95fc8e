import { lineIsLost } from "../../shell/reachable";

/**
 * `lost`: nothing is heard for now, and it goes on trying. `ended`: signed out. `other`: somebody
 * else is signed in.
 */
export type LiveState = "opening" | "live" | "lost" | "ended" | "other";

type Listener = { on: (event: string, data: unknown) => void; onState: (state: LiveState) => void };

/** The server speaks every 15 seconds. */
const SILENCE_MS = 40_000;
/** A hiccup is over before anybody need read of it. */
const GRACE_MS = 3_000;
const RETRY_MS = [500, 2_000, 5_000, 15_000];
const EVENTS = ["leads", "counts", "reload", "ended"] as const;

/**
 * Hears `address`, a stream of server-sent events, from the cursor `since` on, and comes back to
 * where it was after any break: the browser tries by itself (Last-Event-ID), and we where it gives
 * up, or where a dead line is not noticed.
 */
export class LiveSource {
  private source: EventSource | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private grace: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private paused = false;
  private over = false;

  constructor(
    private readonly address: string,
    private since: string,
    private readonly listener: Listener,
  ) {
    window.addEventListener("online", this.open);
    window.addEventListener("offline", this.lost);
    this.open();
  }

  /** Opens the stream, anew where it was open. */
  readonly open = (): void => {
    if (this.over || this.paused) return;
    this.shut();
    const join = this.address.includes("?") ? "&" : "?";
    const source = new EventSource(`${this.address}${join}since=${encodeURIComponent(this.since)}`);
    this.source = source;
    for (const event of EVENTS) {
      source.addEventListener(event, (message) => this.hear(event, message));
    }
    source.onerror = () => {
      // What is pressed meanwhile is not as patient.
      lineIsLost(true);
      this.grace ??= setTimeout(this.lost, GRACE_MS);
      if (source.readyState === EventSource.CLOSED) void this.refused();
    };
    this.listen();
  };

  /** Hears nothing until it is resumed, whatever becomes of the network. */
  readonly pause = (): void => {
    this.paused = true;
    this.shut();
  };

  readonly resume = (): void => {
    this.paused = false;
    this.open();
  };

  close(): void {
    this.over = true;
    this.shut();
    clearTimeout(this.grace);
    window.removeEventListener("online", this.open);
    window.removeEventListener("offline", this.lost);
    window.removeEventListener("focus", this.open);
  }

  private hear(event: string, message: MessageEvent<string>): void {
    this.since = message.lastEventId || this.since;
    this.failures = 0;
    lineIsLost(false);
    clearTimeout(this.grace);
    this.grace = undefined;
    this.listen();
    if (event === "ended") {
      this.end("ended");
      return;
    }
    this.listener.onState("live");
    this.listener.on(event, JSON.parse(message.data));
  }

  /** Signed out here. Whoever signed in elsewhere and comes back here hears again. */
  private end(state: "ended" | "other"): void {
    this.shut();
    clearTimeout(this.grace);
    this.grace = undefined;
    this.listener.onState(state);
    window.addEventListener("focus", this.open, { once: true });
  }

  private listen(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.lost();
      this.open();
    }, SILENCE_MS);
  }

  /** The browser gave up, and does not tell why: the server or a proxy answered something else. */
  private async refused(): Promise<void> {
    const asked = this.source;
    const limit = AbortSignal.timeout(5_000);
    const answer = await fetch(this.address, { signal: limit }).catch(() => null);
    await answer?.body?.cancel().catch(() => {});
    if (this.over || this.source !== asked) return;
    if (answer?.status === 401 || answer?.status === 409) {
      this.end(answer.status === 401 ? "ended" : "other");
      return;
    }
    clearTimeout(this.retry);
    this.retry = setTimeout(this.open, RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)]);
    this.failures += 1;
  }

  private readonly lost = (): void => {
    this.grace = undefined;
    if (this.over) return;
    lineIsLost(true);
    this.listener.onState("lost");
  };

  private shut(): void {
    clearTimeout(this.silence);
    clearTimeout(this.retry);
    this.source?.close();
    this.source = undefined;
  }
}
