import { setTimeout as wait } from "node:timers/promises";
import { connect } from "@/db/client";
import { API_KEY, WRITE_KEY } from "../servers";
import { insertPlainly } from "./commands";
import { asTracked, newEvents, TOGETHER } from "./events";

/** Where events go, for how long, and how many a second where not as fast as they are taken. */
export type Sending = {
  to: "floor" | "activities" | "tracking";
  origin: string;
  ownerUrl: string;
  leads: string[];
  seconds: number;
  perSecond?: number;
};
/** Events a second that were acknowledged, and what each acknowledgement took, milliseconds. */
export type Sent = { perSecond: number; tookMs: number[] };

const AT_ONCE = 4;
/** Senders get going for so long before anything is counted. */
const WARM_UP_MS = 500;

// A process of its own: what it does to send is not to slow down what takes in.
process.once("message", async (sending: Sending) => {
  const { db, close } = connect(sending.ownerUrl, { max: AT_ONCE, idleTimeout: 0 });
  const ways = {
    floor: () => insertPlainly(db as never, newEvents(sending.leads)),
    activities: () =>
      post(`${sending.origin}/api/v1/activities`, `Bearer ${API_KEY}`, {
        activities: newEvents(sending.leads),
      }),
    tracking: () =>
      post(`${sending.origin}/v1/batch`, `Basic ${btoa(`${WRITE_KEY}:`)}`, {
        ...asTracked(newEvents(sending.leads)),
      }),
  };
  const sent = await send(ways[sending.to], sending);
  await close();
  process.send?.(sent, () => process.exit(0));
});

async function post(address: string, authorization: string, body: object): Promise<void> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as { accepted?: number; success?: boolean };
  if (!answer.ok || (said.accepted !== TOGETHER && !said.success))
    throw new Error(`${address} answered ${answer.status}: ${JSON.stringify(said).slice(0, 300)}`);
}

async function send(one: () => Promise<void>, { seconds, perSecond }: Sending): Promise<Sent> {
  const began = performance.now() + WARM_UP_MS;
  const end = began + seconds * 1000;
  const everyMs = perSecond ? (TOGETHER * 1000) / perSecond : 0;
  const tookMs: number[] = [];
  let turn = 0;
  let last = began;
  const sender = async () => {
    while (performance.now() < end) {
      await wait(Math.max(0, began - WARM_UP_MS + turn++ * everyMs - performance.now()));
      const before = performance.now();
      await one();
      last = performance.now();
      if (before >= began) tookMs.push(last - before);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return { perSecond: (tookMs.length * TOGETHER * 1000) / (last - began), tookMs };
}
