import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { leaveRoom } from "./room";
import { answering } from "./waited";

const TOOK_MS = 20;
const roomLeft = async () => {
  const before = performance.now();
  await leaveRoom(TOOK_MS);
  return performance.now() - before;
};

it("goes on soon where nobody waits", async () => {
  expect(await roomLeft()).toBeLessThan(6 * TOOK_MS);
});

it("waits nine times as long as it worked while somebody waits, and no longer", async () => {
  const answer = answering(() => wait(12 * TOOK_MS));
  expect(await roomLeft()).toBeGreaterThan(8 * TOOK_MS);
  await answer;
});

it("goes on soon once all are answered, also those who were told of a failure", async () => {
  await Promise.all([
    answering(() => wait(5)),
    answering(() => Promise.reject(new Error("not this one"))).catch(() => {}),
  ]);
  expect(await roomLeft()).toBeLessThan(6 * TOOK_MS);
});
