import { describe, expect, it } from "vitest";
import { MAUTIC_SECRET, mauticCall, mauticContact } from "@/e2e/doubles/webhook-senders";
import { mauticActivity } from "./event";
import { mautic } from "./mautic";

const ID = "7d0f8a52-0000-4000-8000-000000000000";
const NOW = new Date("2026-05-04T10:00:00Z");
const TIMESTAMP = "2026-05-04T09:00:00+00:00";
const secrets = { secret: MAUTIC_SECRET };

const proved = ({ body, headers }: { body: string; headers: Record<string, string> }) =>
  mautic.prove(
    { headers: new Headers(headers), body: Buffer.from(body), address: "" },
    secrets,
    NOW,
  );

describe("K.1 Mautic's webhooks", () => {
  const call = mauticCall({
    "mautic.lead_post_save_new": [
      { contact: mauticContact(7, "ase@nordlys.example"), timestamp: TIMESTAMP },
    ],
  });

  it("are proven on the bytes that PHP wrote, and the same bytes are one event", () => {
    expect(call.body).toContain("https:\\/\\/www.linkedin.com");
    const proof = proved(call);
    expect(proof.ok).toBe(true);
    expect(proved(call)).toEqual(proof);
  });

  it("are not proven on the same JSON in other bytes, by one wrong bit, or by another secret", () => {
    const rewritten = { ...call, body: JSON.stringify(JSON.parse(call.body)) };
    expect(proved(rewritten)).toMatchObject({ ok: false, status: 401 });
    const flipped = { ...call, body: call.body.replace("Berg", "Bers") };
    expect(proved(flipped)).toMatchObject({ ok: false, status: 401 });
    expect(proved(mauticCall({}, "another secret"))).toMatchObject({ ok: false, status: 401 });
    expect(proved({ ...call, headers: {} })).toMatchObject({ ok: false, status: 400 });
  });

  it("C1 say who a contact is, from groups that are lists where they are empty", () => {
    const { leads, refused } = mautic.read(JSON.parse(call.body), ID);
    expect(refused).toEqual([]);
    expect(leads).toMatchObject([
      {
        email: "ase@nordlys.example",
        firstName: "Åse",
        lastName: "Berg",
        company: "Nordlys Frakt AS",
        jobTitle: "Head of Operations",
        phone: "+47 918 12 345",
        linkedinUrl: "https://www.linkedin.com/in/ase-berg",
        externalId: "mautic-7d0f8a52-7",
      },
    ]);
  });

  it("C3 say what a contact did, each with an id of its own that stays the same", () => {
    const events = {
      "mautic.page_on_hit": [
        {
          hit: {
            url: "https://nordlys.example/pricing?utm_source=x",
            urlTitle: "Pricing",
            dateHit: "2026-05-04T08:58:00+00:00",
            userAgent: "Mozilla/5.0",
            lead: mauticContact(7, "ase@nordlys.example"),
          },
          timestamp: TIMESTAMP,
        },
      ],
      "mautic.form_on_submit": [
        {
          submission: {
            form: { id: 3, name: "Ask for a demo", alias: "demo" },
            results: { message: "Two depots", topics: ["Cold chain", "ERP"], empty: "" },
            dateSubmitted: "2026-05-04T08:59:00+00:00",
            lead: mauticContact(7, "ase@nordlys.example"),
          },
          timestamp: TIMESTAMP,
        },
      ],
      "mautic.email_on_open": [
        {
          stat: {
            emailAddress: "ase@nordlys.example",
            dateRead: "2026-05-04 08:00:00",
            email: { id: 4, name: "May", subject: "What is new" },
            lead: mauticContact(7, "ase@nordlys.example"),
          },
          timestamp: TIMESTAMP,
        },
      ],
    };
    const { activities, refused } = mautic.read(events, ID);
    expect(refused).toEqual([]);
    expect(activities.map(({ kind, details }) => ({ kind, details }))).toEqual([
      { kind: "page_viewed", details: { path: "/pricing", title: "Pricing" } },
      {
        kind: "form_submitted",
        details: {
          form: "Ask for a demo",
          fields: { message: "Two depots", topics: "Cold chain, ERP" },
        },
      },
      { kind: "email_opened", details: { messageId: "mautic-4", subject: "What is new" } },
    ]);
    expect(activities.map(({ leadExternalId }) => leadExternalId)).toEqual(
      Array(3).fill("mautic-7d0f8a52-7"),
    );
    const ids = activities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(mautic.read(events, ID).activities.map(({ id }) => id)).toEqual(ids);
  });

  it("make no lead of a visitor without an address, nor of what is nobody's", () => {
    const { leads, activities, passedOver } = mautic.read(
      {
        "mautic.page_on_hit": [{ hit: { url: "https://x.example/", lead: [] } }],
        "mautic.lead_post_save_update": [{ contact: mauticContact(8, null) }],
        "mautic.company_post_delete": [{ company: { id: 1 } }],
      },
      ID,
    );
    expect({ leads, activities, passedOver }).toEqual({ leads: [], activities: [], passedOver: 3 });
  });

  it("C3.1 make no page view of a page that was not there, and know by it who asked for it", () => {
    const lead = mauticContact(7, "ase@nordlys.example");
    const hit = (code: unknown) => {
      const of = { url: "https://nordlys.example/gone", code, lead, dateHit: TIMESTAMP };
      return mautic.read({ "mautic.page_on_hit": [{ hit: of, timestamp: TIMESTAMP }] }, ID);
    };
    for (const code of [404, "404", 500]) {
      expect(hit(code).activities).toEqual([]);
      expect(hit(code).leads).toMatchObject([{ email: "ase@nordlys.example" }]);
    }
    for (const code of [200, "200", 302, null]) expect(hit(code).activities).toHaveLength(1);
  });

  it("put the latest of one contact last, though Mautic may send it first", () => {
    const named = (company: string, timestamp: string) => {
      const contact = mauticContact(7, "ase@nordlys.example");
      contact.fields.core.company.value = company;
      return { contact, timestamp };
    };
    const { leads } = mautic.read(
      {
        "mautic.lead_post_save_update": [
          named("Second", "2026-05-04T09:05:00+00:00"),
          named("First", "2026-05-04T09:01:00+00:00"),
        ],
      },
      ID,
    );
    expect(leads.map(({ company }) => company)).toEqual(["First", "Second"]);
  });

  it("C1 leave out a value that cannot be read, as reading back does, and take the rest", () => {
    const contact = (more: object) => {
      const core = { email: "ada@nordlys.example", firstname: "Ada", ...more };
      const fields = Object.entries(core).map(([alias, value]) => [alias, { alias, value }]);
      return { id: 7, fields: { core: Object.fromEntries(fields) } };
    };
    const said = (more: object) => {
      const saved = [{ contact: contact(more), timestamp: TIMESTAMP }];
      return mautic.read({ "mautic.lead_post_save_update": saved }, ID);
    };
    expect(said({ position: "x".repeat(501) })).toMatchObject({
      leads: [{ email: "ada@nordlys.example", firstName: "Ada" }],
      refused: ["jobTitle is longer than 500 characters"],
    });
    expect(said({ email: "ada@" }).leads).toMatchObject([
      { firstName: "Ada", externalId: "mautic-7d0f8a52-7" },
    ]);
    expect(said({ firstname: "A\0da" })).toMatchObject({
      leads: [{ firstName: "Ada" }],
      refused: [],
    });
  });

  it("C3 cut what somebody did to what is kept of it, as reading back does", () => {
    const lead = mauticContact(7, "ase@nordlys.example");
    const hit = { url: "https://nordlys.example/p", urlTitle: "t".repeat(501), lead };
    const results = { message: "y".repeat(10_001) };
    const { activities, refused } = mautic.read(
      {
        "mautic.page_on_hit": [{ hit, timestamp: TIMESTAMP }],
        "mautic.form_on_submit": [
          { submission: { form: { id: 3, name: "Demo" }, results, lead }, timestamp: TIMESTAMP },
        ],
      },
      ID,
    );
    expect(refused).toEqual([]);
    expect(activities.map(({ details }) => details)).toEqual([
      expect.objectContaining({ title: "t".repeat(500) }),
      { form: "Demo", fields: { message: "y".repeat(10_000) } },
    ]);
  });

  it("pass over what is called as something that every object has", () => {
    const names = ["constructor", "__proto__", "toString", "__defineGetter__", "isPrototypeOf"];
    const list = JSON.stringify([{ lead: { firstName: "Ada" }, timestamp: TIMESTAMP }]);
    const body: unknown = JSON.parse(`{${names.map((name) => `"${name}":${list}`).join()}}`);
    expect(mautic.read(body, ID)).toMatchObject({
      ...{ leads: [], activities: [], refused: [] },
      passedOver: names.length,
    });
    for (const event of names)
      expect(mauticActivity({ event, contactId: 7, timestamp: TIMESTAMP }, ID)).toBeNull();
  });
});
