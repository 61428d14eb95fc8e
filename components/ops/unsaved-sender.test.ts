import { describe, expect, it, vi } from "vitest";
import { type Sign, type Standing, unsavedSender } from "./unsaved-sender";

const typed = (text: string) => ({ text, basedOn: 0, at: "2026-06-03T10:00:00.000Z" });

/** A sender over a line that one can cut, with time that one moves by hand. */
function onALine() {
  const arrived: Sign[] = [];
  const standings: Standing[] = [];
  const line = { status: 200 as number | "cut" };
  let next: (() => void) | null = null;
  const sender = unsavedSender<string>({
    post: async (sign) => {
      if (line.status === "cut") throw new Error("no network");
      if (line.status === 200) arrived.push(sign);
      return { status: line.status, news: "news" };
    },
    changed: (standing) => standings.push(standing),
    heard: vi.fn(),
    later: (run) => {
      next = run;
      return () => {
        next = null;
      };
    },
  });
  const tick = async () => {
    const run = next;
    next = null;
    run?.();
    await vi.waitFor(() => expect(next).not.toBeNull());
  };
  return { sender, arrived, standings, line, tick };
}

describe("O.3 what is typed arrives", () => {
  it("sends the latest text only, once one pauses", async () => {
    const { sender, arrived, standings, tick } = onALine();
    sender.keep("summary", typed("A"));
    sender.keep("summary", typed("As"));
    await tick();
    expect(arrived).toEqual([{ summary: typed("As"), writing: true }]);
    expect(standings.at(-1)).toBe("sent");
  });

  it("waits while the network is gone, and sends what was typed last when it is back", async () => {
    const { sender, arrived, standings, line, tick } = onALine();
    line.status = "cut";
    sender.keep("summary", typed("Asked"));
    await tick();
    expect(standings.at(-1)).toBe("waiting");
    sender.keep("note", typed("Knows Ann"));
    await tick();
    line.status = 200;
    await tick();
    expect(arrived.at(-1)).toMatchObject({ summary: typed("Asked"), note: typed("Knows Ann") });
    expect(standings.at(-1)).toBe("sent");
  });

  it("says that the session ended, and goes on after the next sign-in", async () => {
    const { sender, arrived, standings, line, tick } = onALine();
    line.status = 401;
    sender.keep("summary", typed("Asked"));
    await tick();
    expect(standings.at(-1)).toBe("signed out");
    line.status = 200;
    await tick();
    expect(arrived).toHaveLength(1);
  });

  it("does not let an old text that failed overwrite what was typed meanwhile", async () => {
    const { sender, line, tick, arrived } = onALine();
    line.status = 503;
    sender.keep("summary", typed("Old"));
    const sending = tick();
    sender.keep("summary", null);
    await sending;
    line.status = 200;
    await tick();
    expect(arrived.at(-1)).toMatchObject({ summary: null });
    expect(sender.isUnsent()).toBe(false);
  });

  it("tells that one is there though nothing is typed", async () => {
    const { sender, arrived, tick } = onALine();
    sender.start();
    await tick();
    expect(arrived).toEqual([{ writing: false }]);
    expect(sender.last()).toEqual({ writing: false, leaving: true });
  });
});
