import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { leaveRoom } from "./room";
import { answering, waitedMs } from "./waited";

const TOOK_MS = 20;

/** How long room is left in a process of which each millisecond is idle and waited in to a share. */
async function roomLeft(share: { idle: number; waited: number }): Promise<number> {
  let at = 0;
  await leaveRoom(TOOK_MS, {
    read: () => ({ at, idle: at * share.idle, waited: at * share.waited }),
    wait: async (ms) => {
      at += ms;
    },
  });
  return at;
}

it("goes on soon where nobody waits", async () => {
  expect(await roomLeft({ idle: 0.9, waited: 0 })).toBe(TOOK_MS);
  expect(await roomLeft({ idle: 0.2, waited: 0 })).toBe(3 * TOOK_MS);
});

it("waits nine times as long as it worked while somebody waits, and no longer", async () => {
  expect(await roomLeft({ idle: 1, waited: 1 })).toBe(9 * TOOK_MS);
});

it("waits as long where it never rests, whoever it works for", async () => {
  expect(await roomLeft({ idle: 0, waited: 0 })).toBe(9 * TOOK_MS);
});

it("knows that somebody waits until all are answered, also those who were told of a failure", async () => {
  const grown = async () => {
    const before = waitedMs();
    await turn();
    return waitedMs() - before;
  };
  const { promise, resolve } = Promise.withResolvers<void>();
  const answers = [
    answering(() => promise),
    answering(() => Promise.reject(new Error("not this one"))).catch(() => {}),
  ];
  await answers[1];
  expect(await grown()).toBeGreaterThan(0);
  resolve();
  await Promise.all(answers);
  expect(await grown()).toBe(0);
});
