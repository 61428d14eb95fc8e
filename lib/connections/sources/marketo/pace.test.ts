import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { MARKETO_CLIENT, startMarketo } from "@/e2e/doubles/marketo";
import { askMarketo } from "./ask";
import { pacer } from "./pace";

/** A time that passes only by being waited for. */
function aTime() {
  let at = 0;
  const wait = async (ms: number) => {
    at += ms;
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { now: () => at, wait };
}
const soon = () => new AbortController().signal;

describe("K.5 Marketo's limits are kept before they are met", () => {
  it("asks no more than 100 times in 20 seconds of one subscription, and loses no question", async () => {
    const time = aTime();
    const double = await startMarketo(time.now);
    afterAll(() => double.close());
    const account = { host: double.address, ...MARKETO_CLIENT };
    const pace = pacer(time);
    const ask = (paced: ReturnType<typeof pacer>) =>
      askMarketo({ ...account, paced }, "/rest/v1/activities/types.json", {}, new Date(), soon());
    const all = await Promise.all(Array.from({ length: 130 }, () => ask(pace)));
    expect(all.filter((one) => "answer" in one)).toEqual([]);
    expect(time.now()).toBeGreaterThanOrEqual(20_000);
    const unpaced = await Promise.all(
      Array.from({ length: 101 }, () => ask(async (_, __, work) => work())),
    );
    expect(unpaced).toContainEqual(expect.objectContaining({ cause: "rate_limited" }));
  });

  it("asks ten things at once at most, each subscription for itself", async () => {
    const paced = pacer(aTime());
    const running = { one: 0, other: 0 };
    let most = 0;
    const work = (host: "one" | "other") => () =>
      new Promise<void>((resolve) => {
        running[host] += 1;
        most = Math.max(most, running[host]);
        setImmediate(() => {
          running[host] -= 1;
          resolve();
        });
      });
    const hosts = Array.from({ length: 40 }, (_, index) => (index % 2 ? "one" : "other"));
    await Promise.all(hosts.map((host) => paced(host, soon(), work(host))));
    expect(most).toBe(10);
  });

  it("so that Marketo never sees an eleventh thing at once", async () => {
    const double = await startMarketo();
    onTestFinished(() => double.close());
    const account = { host: double.address, ...MARKETO_CLIENT };
    const ask = (paced?: ReturnType<typeof pacer>) => {
      const given = { ...account, ...(paced ? { paced } : {}) };
      return askMarketo(given, "/rest/v1/activities/types.json", {}, new Date(), soon());
    };
    await ask();
    const ten = async (paced?: ReturnType<typeof pacer>) => {
      const held = double.holdBack(/types\.json$/);
      const before = double.asked.length;
      const all = Promise.all(Array.from({ length: 14 }, () => ask(paced)));
      await vi.waitFor(() => expect(double.asked.length - before).toBeGreaterThanOrEqual(10));
      held.release();
      return (await all).filter((one) => "answer" in one);
    };
    expect(await ten()).toEqual([]);
    expect(await ten(async (_, __, work) => work())).toContainEqual(
      expect.objectContaining({ cause: "rate_limited", words: expect.stringContaining("(615)") }),
    );
  });

  it("says so where the time for it is up before its turn comes", async () => {
    const paced = pacer(aTime());
    const stop = new AbortController();
    for (let one = 0; one < 100; one += 1) await paced("host", soon(), async () => null);
    stop.abort();
    expect(await paced("host", stop.signal, async () => "asked")).toBe("not yet");
    expect(await paced("host", soon(), async () => "asked")).toBe("asked");
  });
});
