import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { canOpen } from "../../shell/reachable";
import { LiveSource, type LiveState } from "./live-source";

/** A browser's line to a server, as far as it is watched here. */
class Line extends EventTarget {
  static readonly CLOSED = 2;
  static all: Line[] = [];
  static open = () => Line.all.filter(({ readyState }) => readyState !== Line.CLOSED);
  readyState = 0;
  onerror: (() => void) | undefined;
  constructor(readonly address: string) {
    super();
    Line.all.push(this);
  }
  close() {
    this.readyState = Line.CLOSED;
  }
  refuse() {
    this.close();
    this.onerror?.();
  }
}

let browser: EventTarget;
let status: number;
const sources: LiveSource[] = [];

beforeEach(() => {
  Line.all = [];
  browser = new EventTarget();
  vi.stubGlobal("window", browser);
  vi.stubGlobal("EventSource", Line);
  vi.stubGlobal("fetch", async () => new Response(null, { status }));
});
afterEach(() => {
  for (const source of sources.splice(0)) source.close();
  vi.unstubAllGlobals();
});

function hearing() {
  const states: LiveState[] = [];
  const source = new LiveSource("/api/live?by=rep", "1~2:2:", {
    on: () => {},
    onState: (state) => states.push(state),
  });
  sources.push(source);
  return { source, states };
}

describe("a page that hears of its queue", () => {
  it("keeps no connection while it is paused, also when the network changes", () => {
    const { source } = hearing();
    expect(Line.open()).toHaveLength(1);
    source.pause();
    browser.dispatchEvent(new Event("offline"));
    browser.dispatchEvent(new Event("online"));
    expect(Line.open()).toHaveLength(0);
    source.resume();
    expect(Line.open()).toHaveLength(1);
  });

  it("has the server tried before a page is opened, from when nothing is heard until it is again", async () => {
    vi.stubGlobal("navigator", { onLine: true });
    status = 503;
    hearing();
    const hear = () => Line.all[0]?.dispatchEvent(new MessageEvent("counts", { data: "{}" }));
    hear();
    expect(await canOpen()).toBe(true);
    // The browser tries again by itself.
    Line.all[0]?.onerror?.();
    expect(await canOpen()).toBe(false);
    status = 200;
    expect(await canOpen()).toBe(true);
    status = 503;
    hear();
    expect(await canOpen()).toBe(true);
  });

  it.each([
    ["nobody is signed in", 401, "ended"],
    ["somebody else is", 409, "other"],
  ] as const)("says that %s, and hears again once its reader is back", async (_, code, state) => {
    status = code;
    const { states } = hearing();
    Line.all[0]?.refuse();
    await vi.waitFor(() => expect(states.at(-1)).toBe(state));
    expect(Line.open()).toHaveLength(0);
    browser.dispatchEvent(new Event("focus"));
    expect(Line.open()).toHaveLength(1);
  });
});
