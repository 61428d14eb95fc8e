import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { aPerson } from "@/db/factories/people";
import { did, leadOf, valueOfLead } from "@/db/factories/read-back";
import { apiKey } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { revokeKey } from "@/lib/access/commands";
import { keyHash } from "@/lib/access/keys/key";
import { HOUR } from "@/lib/platform/durations";
import { aWriteKey, serveTracking, track } from "./testing/tracker";

const { db } = testDatabase();
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const someone = () => ({ userId: `u-${randomUUID()}`, email: `${randomUUID()}@nordlys.example` });
type Someone = ReturnType<typeof someone>;

let basic = "";
beforeAll(async () => {
  basic = await aWriteKey();
});
afterEach(() => void vi.useRealTimers());
async function send(batch: object[], sentAt: string) {
  const { status } = await track("batch", { batch, sentAt }, { basic });
  expect(status).toBe(200);
}
const said = ({ userId, email }: Someone, title: unknown, timestamp: string) => ({
  ...{ type: "identify", messageId: randomUUID(), userId, traits: { email, title }, timestamp },
});
const viewed = ({ userId }: Someone, path: string, timestamp: string, more: object = {}) => ({
  ...{ type: "page", messageId: randomUUID(), userId, properties: { path }, timestamp, ...more },
});
const pathsOf = async (email: string) =>
  (await did(email)).map(({ details }) => (details as { path?: string }).path);

describe("K.5 a tracker on a bad day", () => {
  it("replays what it sent a week ago: nothing is doubled, and nothing newer is undone", async () => {
    const one = someone();
    const context = { traits: { email: one.email, title: "Trainee" } };
    const days = (count: number) => new Date(Date.now() - count * 24 * HOUR);
    const [then, meanwhile] = [days(7), days(3)];
    vi.useFakeTimers({ toFake: ["Date"], now: then });
    const sentAt = ago(0);
    const batch = [
      said(one, "Trainee", ago(60_000)),
      viewed(one, "/pricing", ago(30_000), { context }),
      { ...viewed(one, "", ago(20_000), { context }), type: "track", event: "Demo Requested" },
    ];
    await send(batch, sentAt);
    vi.setSystemTime(meanwhile);
    await send([said(one, "Chair", ago(0))], ago(0));
    vi.useRealTimers();
    const before = await did(one.email);
    expect(before).toHaveLength(2);
    await send(batch, sentAt);
    expect(await did(one.email)).toEqual(before);
    expect(await valueOfLead(one.email, "C1.2")).toBe("Chair");
  });

  it("sends hours late what it kept: as of when it happened", async () => {
    const one = someone();
    await send([said(one, "Chair", ago(HOUR))], ago(HOUR));
    const at = ago(5 * HOUR);
    await send([said(one, "Trainee", at), viewed(one, "/late", at)], ago(0));
    expect(await valueOfLead(one.email, "C1.2")).toBe("Chair");
    const [view] = await did(one.email);
    expect(Math.abs((view?.occurredAt.getTime() ?? 0) - Date.parse(at))).toBeLessThan(60_000);
  });

  it.each([-2, 2])(
    "has a clock that is %i hours off: each happened when it did by ours",
    async (hours) => {
      const one = someone();
      const theirs = (ms: number) => ago(ms - hours * HOUR);
      await send(
        [said(one, "Trainee", theirs(60_000)), viewed(one, "/a", theirs(60_000))],
        theirs(0),
      );
      await send([said(one, "Chair", theirs(0))], theirs(0));
      const [view] = await did(one.email);
      const late = Date.now() - (view?.occurredAt.getTime() ?? 0);
      expect(late).toBeGreaterThan(59_000);
      expect(late).toBeLessThan(120_000);
      expect(await valueOfLead(one.email, "C1.2")).toBe("Chair");
    },
  );

  it("sends fields of another type: what cannot be read is left out, and the rest is taken", async () => {
    const one = someone();
    const odd = { ...said(one, { is: "VP" }, ago(60_000)), context: ["none"], integrations: 7 };
    await send(
      [odd, viewed(one, "/pricing", ago(0)), viewed(one, "/x", ago(0), { properties: "none" })],
      ago(0),
    );
    expect(await leadOf(one.email)).toBeDefined();
    expect(await valueOfLead(one.email, "C1.2")).toBeUndefined();
    expect(await pathsOf(one.email)).toContain("/pricing");
  });

  it("dribbles its batch in: the others are answered meanwhile, and it is taken once it is whole", async () => {
    const [slow, quick] = [someone(), someone()];
    const { host, close } = await serveTracking();
    const batch = [said(slow, "Chair", ago(60_000)), viewed(slow, "/pricing", ago(0))];
    const body = JSON.stringify({ batch, sentAt: ago(0), writeKey: basic });
    const { hostname, port } = new URL(host);
    // More of them than the pool has connections.
    const sockets = Array.from({ length: 20 }, () => connect(Number(port), hostname));
    const answers = sockets.map(
      (socket) =>
        new Promise<string>((resolve) => socket.once("data", (data) => resolve(String(data)))),
    );
    const head = `POST /v1/batch HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    for (const socket of sockets) socket.write(head + body.slice(0, 40));
    await send([said(quick, "Chair", ago(0))], ago(0));
    expect(await valueOfLead(quick.email, "C1.2")).toBe("Chair");
    for (const at of [40, 80]) for (const socket of sockets) socket.write(body.slice(at, at + 40));
    expect(await leadOf(slow.email)).toBeUndefined();
    for (const socket of sockets) socket.write(body.slice(120));
    for (const answer of await Promise.all(answers)) expect(answer).toContain("200 OK");
    expect(await pathsOf(slow.email)).toEqual(["/pricing"]);
    for (const socket of sockets) socket.destroy();
    close();
  });

  it("breaks off in the middle of a batch: nothing of it is kept, and the whole is taken once", async () => {
    const one = someone();
    const { promise: begun, resolve } = Promise.withResolvers<null>();
    const { host, close } = await serveTracking(() => {
      resolve(null);
      return null;
    });
    const batch = [said(one, "Chair", ago(60_000)), viewed(one, "/pricing", ago(0))];
    const body = JSON.stringify({ batch, sentAt: ago(0), writeKey: basic });
    const { hostname, port } = new URL(host);
    const socket = connect(Number(port), hostname);
    const head = `POST /v1/batch HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    socket.write(head + body.slice(0, -20));
    await begun;
    socket.destroy();
    expect(await leadOf(one.email)).toBeUndefined();
    await send(batch, ago(0));
    expect(await pathsOf(one.email)).toEqual(["/pricing"]);
    close();
  });

  it("has a key that is wrong by one bit, or was withdrawn: it is told so, and nothing is kept", async () => {
    const one = someone();
    const wrong = Buffer.from(basic);
    wrong.writeUInt8(wrong.readUInt8(8) ^ 1, 8);
    const withdrawn = await aWriteKey();
    const [key] = await db
      .select()
      .from(apiKey)
      .where(eq(apiKey.hash, keyHash(withdrawn)));
    await revokeKey(await aPerson("admin"), { keyId: key?.id ?? "" }, new Date());
    for (const by of [wrong.toString(), withdrawn]) {
      const { status } = await track("identify", said(one, "Chair", ago(0)), { basic: by });
      expect(status).toBe(401);
    }
    expect(await leadOf(one.email)).toBeUndefined();
  });
});
