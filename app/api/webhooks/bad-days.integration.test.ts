import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { refusedWords } from "@/components/connections/refused-words";
import { aPerson } from "@/db/factories/people";
import { did, leadOf, valueOfLead } from "@/db/factories/read-back";
import { takeKept } from "@/db/factories/webhooks";
import { webhookEvent } from "@/db/schema/webhook";
import { testDatabase } from "@/db/testing/database";
import { HUBSPOT_SECRET, HUBSPOT_TOKEN, hubspotCall } from "@/e2e/doubles/hubspot";
import {
  MAUTIC_SECRET,
  mauticCall,
  mauticContact,
  STANDARD_SECRET,
  standardCall,
} from "@/e2e/doubles/webhook-senders";
import { systemActor } from "@/lib/access/viewer";
import { addConnection } from "@/lib/connections/commands";
import { forgetEvents } from "@/lib/connections/senders/commands";
import { daysOfEvents } from "@/lib/connections/senders/queries";
import { webhookAddress } from "@/lib/platform/address";
import { DAY, MINUTE } from "@/lib/platform/durations";
import { baseUrl } from "@/lib/platform/env";
import { POST } from "./[system]/[connection]/route";

const { db, owner } = testDatabase();
const WEEK = 7 * DAY;
const ago = (ms: number) => new Date(Date.now() - ms);
const aSecret = "a-secret-of-marketo";

type Call = { body: string; headers: Record<string, string> };
type Sender = {
  settings?: Record<string, string>;
  secrets: Record<string, string>;
  /** A call of its own, made at a moment. */
  call(address: string, at: Date): Call;
  /** The headers that prove it; the body is part of that but where `unsigned`. */
  proof: readonly string[];
  unsigned?: true;
  /** Its calls say when they were made. */
  timed?: true;
};
const SENDERS = {
  hubspot: {
    secrets: { accessToken: HUBSPOT_TOKEN, clientSecret: HUBSPOT_SECRET },
    call: (to, at) => {
      const event = {
        eventId: 1,
        subscriptionType: "contact.creation",
        objectId: 7,
        attemptNumber: 0,
      };
      return hubspotCall([{ ...event, occurredAt: at.getTime() }], { at, address: to });
    },
    proof: ["x-hubspot-signature-v3", "x-hubspot-request-timestamp"],
    timed: true,
  },
  mautic: {
    secrets: { secret: MAUTIC_SECRET },
    call: (_, at) =>
      mauticCall({
        "mautic.lead_post_save_new": [
          { contact: mauticContact(7, "ase@nordlys.example"), timestamp: at.toISOString() },
        ],
      }),
    proof: ["webhook-signature"],
  },
  marketo: {
    settings: { address: "https://marketo.invalid", clientId: "baton" },
    secrets: { clientSecret: "none", webhookSecret: aSecret },
    call: () => ({ body: '{"id": "7"}', headers: { "x-baton-secret": aSecret } }),
    proof: ["x-baton-secret"],
    unsigned: true,
  },
  zapier: {
    secrets: { signingSecret: STANDARD_SECRET },
    call: (_, at) =>
      standardCall(
        { type: "lead", data: { email: "ase@nordlys.example" } },
        { id: `msg_${at.getTime()}`, at },
      ),
    proof: ["webhook-signature", "webhook-timestamp", "webhook-id"],
    timed: true,
  },
} as const satisfies Record<string, Sender>;
type System = keyof typeof SENDERS;
const SYSTEMS = Object.keys(SENDERS) as System[];
const TIMED = SYSTEMS.filter((system) => (SENDERS[system] as Sender).timed);

async function connected(system: System) {
  const admin = await aPerson("admin");
  const { settings = {}, secrets, call, proof, unsigned }: Sender = SENDERS[system];
  const name = `${system} ${randomUUID()}`;
  const outcome = await addConnection(admin, { system, name, settings, secrets }, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
  const { id } = outcome.value;
  const to = `${baseUrl()}${webhookAddress(system, id)}`;
  const send = async ({ headers }: Call, body: BodyInit) => {
    const given = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    const params = Promise.resolve({ system, connection: id });
    const response = await POST(new Request(to, given), { params });
    const again = response.headers.get("retry-after");
    return { status: response.status, again, said: await response.json() };
  };
  const kept = () => db.select().from(webhookEvent).where(eq(webhookEvent.connectionId, id));
  const refused = async () => {
    const day = (await daysOfEvents(admin, [id], new Date())).get(id);
    return refusedWords(day?.refused ?? [], "en-GB");
  };
  return { id, call: (at = new Date()) => call(to, at), proof, unsigned, send, kept, refused };
}

/** A text with one bit of one sign turned over. */
function wrongAt(text: string, place: number): string {
  const bytes = Buffer.from(text);
  const at = place < 0 ? bytes.length + place : place;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes.toString();
}

describe("K.5 a system that calls, on a bad day", () => {
  it.each(SYSTEMS)(
    "%s: is refused where one bit is wrong, which its page counts, and taken where none is",
    async (system) => {
      const { call, proof, unsigned, send, kept, refused } = await connected(system);
      const good = call();
      const spoilt = proof.flatMap((name) =>
        [-2, -10, -4].map((place) => ({
          ...good,
          headers: { ...good.headers, [name]: wrongAt(good.headers[name] ?? "", place) },
        })),
      );
      const bodies = unsigned
        ? []
        : [0, 9, -1].map((place) => ({ ...good, body: wrongAt(good.body, place) }));
      const all = [...spoilt, ...bodies];
      for (const one of all) expect((await send(one, one.body)).status).toBe(401);
      expect(await kept()).toEqual([]);
      const thing = unsigned ? "secret" : "signature";
      expect(await refused()).toBe(`${all.length} refused: the ${thing} is not this connection's`);
      expect((await send(good, good.body)).status).toBe(202);
      expect(await kept()).toHaveLength(1);
    },
  );

  it.each(TIMED)(
    "%s: is refused a week later, whoever sends it, and where its clock is six minutes off but not four",
    async (system) => {
      const { call, send, kept, refused } = await connected(system);
      for (const off of [WEEK, 6 * MINUTE, -6 * MINUTE]) {
        const one = call(ago(off));
        expect((await send(one, one.body)).status).toBe(401);
      }
      expect(await kept()).toEqual([]);
      expect(await refused()).toBe("3 refused: the timestamp is more than five minutes off");
      for (const off of [4 * MINUTE, -4 * MINUTE]) {
        const one = call(ago(off));
        expect((await send(one, one.body)).status).toBe(202);
      }
      expect(await kept()).toHaveLength(2);
    },
  );

  it.each(SYSTEMS)(
    "%s: is kept once where its call comes again, at once or though it was answered",
    async (system) => {
      const { call, send, kept, unsigned } = await connected(system);
      const one = call();
      const answers = await Promise.all([1, 2, 3].map(() => send(one, one.body)));
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
      expect((await send(one, one.body)).status).toBe(202);
      // Of Marketo's the same call says each time that a lead changed, which is read as it is then.
      expect(await kept()).toHaveLength(unsigned ? 4 : 1);
    },
  );

  it.each(SYSTEMS)(
    "%s: is kept not at all where its call breaks off, and whole where it comes whole",
    async (system) => {
      const { call, send, kept } = await connected(system);
      const one = call();
      const half = new ReadableStream({
        start: (controller) => {
          controller.enqueue(Buffer.from(one.body.slice(0, -4)));
          controller.error(new Error("The connection broke off."));
        },
      });
      expect((await send(one, half)).status).toBeGreaterThanOrEqual(400);
      expect(await kept()).toEqual([]);
      expect((await send(one, one.body)).status).toBe(202);
      expect(await kept()).toHaveLength(1);
    },
  );

  it.each(SYSTEMS)(
    "%s: is taken though its body dribbles in, and keeps nobody waiting meanwhile",
    async (system) => {
      const { call, send, kept } = await connected(system);
      const slow = Array.from({ length: 30 }, (_, at) => call(ago(at * 1_000)));
      const ends: (() => void)[] = [];
      const answers = slow.map((one) => {
        const bytes = Buffer.from(one.body);
        const { promise: end, resolve } = Promise.withResolvers<void>();
        ends.push(resolve);
        async function* dribbled() {
          for (const byte of bytes.subarray(0, 9)) yield Buffer.of(byte);
          await end;
          yield bytes.subarray(9);
        }
        return send(one, Readable.toWeb(Readable.from(dribbled())) as unknown as BodyInit);
      });
      const quick = call(ago(MINUTE));
      expect((await send(quick, quick.body)).status).toBe(202);
      for (const end of ends) end();
      for (const { status } of await Promise.all(answers)) expect(status).toBe(202);
      // Of Mautic's and Marketo's some say the same, which is kept once or is the same question.
      const bodies = new Set([...slow, quick].map(({ body }) => body));
      expect((await kept()).length).toBeGreaterThanOrEqual(bodies.size);
    },
  );

  it.each(SYSTEMS)(
    "%s: is told to send it again while our database is away, and what it repeats is kept once",
    async (system) => {
      const { call, send, kept, unsigned } = await connected(system);
      const one = call();
      await owner.transaction(async (tx) => {
        await tx.execute(sql`lock table webhook_event in access exclusive mode`);
        const { status, said, again } = await send(one, one.body);
        expect([status, again]).toEqual([503, "5"]);
        expect(said).toMatchObject({
          ...{
            status: 503,
            detail: "The database does not answer. Nothing was kept: send it again.",
          },
        });
      });
      expect(await kept()).toEqual([]);
      expect((await send(one, one.body)).status).toBe(202);
      expect((await send(one, one.body)).status).toBe(202);
      expect(await kept()).toHaveLength(unsigned ? 2 : 1);
    },
  );

  it("mautic: undoes and doubles nothing where what it sent long ago comes again, which no time in it tells", async () => {
    const { id, send, kept } = await connected("mautic");
    const email = `ase.${randomUUID()}@nordlys.example`;
    const saying = (title: string, at: Date) => {
      const contact = mauticContact(11, email);
      contact.fields.core.position.value = title;
      const timestamp = at.toISOString();
      const hit = { url: "https://nordlys.example/pricing", dateHit: timestamp, lead: contact };
      return mauticCall({
        "mautic.page_on_hit": [{ hit, timestamp }],
        "mautic.lead_post_save_update": [{ contact, timestamp }],
      });
    };
    const old = saying("Trainee", ago(WEEK));
    const next = saying("Chair", ago(MINUTE));
    for (const one of [old, next]) {
      await send(one, one.body);
      await takeKept(id);
    }
    expect((await send(old, old.body)).said).toMatchObject({ repeated: true });
    // After thirty days nobody knows any more that it came.
    const job = systemActor("job", "Intake");
    while ((await forgetEvents(job, ago(-5 * WEEK))) > 0);
    expect((await send(old, old.body)).said).toMatchObject({ repeated: false });
    await takeKept(id);
    expect(await kept()).toMatchObject([{ state: "taken" }]);
    expect(await leadOf(email)).toBeDefined();
    expect(await valueOfLead(email, "C1.2")).toBe("Chair");
    expect(await did(email)).toHaveLength(2);
  });
});
