import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { leadDocument } from "@/lib/api/leads/lead-document";
import { addNote } from "@/lib/handoff/commands";
import { captureLeads } from "@/lib/intake/commands";
import { anApiKey, send } from "../testing/api";

let key = "";
let ops: Viewer;
const now = new Date();

beforeAll(async () => {
  key = await anApiKey();
  ops = await aPerson("marketing_ops");
  await aPerson("rep", { name: "Rosa Rep", email: "rosa@baton.example", territory: ["NO"] });
});

const form = {
  email: "Ingrid.Solberg@Nordlys.example",
  firstName: "Ingrid",
  lastName: "Solberg",
  company: "NORDLYS LOGISTICS AS",
  phone: "+47 406 12 345",
  campaign: "Cold chain",
  channel: "paid search",
  externalId: "crm-1",
};
const show = async (id: string) =>
  leadDocument.parse(await (await send("GET", `/leads/${id}`, { key })).json());

describe("POST /api/v1/leads creates or updates by email", () => {
  it("C1 answers 201 with the lead as it was understood, then 200 for the same", async () => {
    const first = await send("POST", "/leads", { key, body: form });
    expect(first.status).toBe(201);
    const lead = leadDocument.parse(await first.json());
    expect(first.headers.get("location")).toBe(`/api/v1/leads/${lead.id}`);
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(lead).toMatchObject({
      email: "ingrid.solberg@nordlys.example",
      externalId: "crm-1",
      status: "pending_enrichment",
      handoffId: null,
      completeness: { contactBasics: "partial", companyIntelligence: "absent" },
    });
    expect(lead.fields["C1.5"]).toMatchObject({
      value: "+4740612345",
      source: "form",
      verified: false,
      provider: "Public API",
    });
    expect(lead.missing).toEqual(expect.arrayContaining(["C1.2", "C1.4", "C1.6", "C2.1", "C2.5"]));
    const again = await send("POST", "/leads", { key, body: form });
    expect(again.status).toBe(200);
    expect((await again.json()).id).toBe(lead.id);
  });

  it("C1.3 keeps a company that is called by a number, and whatever else reads as JSON, as text", async () => {
    for (const name of ["1984", "360", '{"a":1}']) {
      const body = { email: `c${name.length}@number.example`, company: name, jobTitle: name };
      const lead = leadDocument.parse(await (await send("POST", "/leads", { key, body })).json());
      expect(lead.fields["C1.2"]?.value).toBe(name);
      expect(lead.fields["C1.3"]?.value).toBe(name);
    }
  });

  it("C1.2 takes a correction for a known address in other letters", async () => {
    const body = { email: "INGRID.solberg@nordlys.EXAMPLE", jobTitle: "COO" };
    const response = await send("POST", "/leads", { key, body });
    expect(response.status).toBe(200);
    expect((await response.json()).fields["C1.2"].value).toBe("COO");
  });

  it("makes one lead of ten requests that arrive at once", async () => {
    const body = { email: "at.once@nordlys.example", firstName: "At", lastName: "Once" };
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => send("POST", "/leads", { key, body })),
    );
    const statuses = responses.map((response) => response.status).sort();
    expect(statuses).toEqual([...Array(9).fill(200), 201]);
    const ids = await Promise.all(responses.map(async (response) => (await response.json()).id));
    expect(new Set(ids).size).toBe(1);
  });
});

describe("GET /api/v1/leads", () => {
  it("finds by email and by externalId", async () => {
    for (const query of ["email=ingrid.solberg@NORDLYS.example", "externalId=crm-1"]) {
      const page = await (await send("GET", `/leads?${query}`, { key })).json();
      expect(page).toMatchObject({ total: 1, nextCursor: null, data: [{ externalId: "crm-1" }] });
    }
  });

  it.each(["email", "externalId"])(
    "finds nobody by an empty %s, rather than everybody",
    async (name) => {
      for (const empty of ["", "%20"]) {
        const response = await send("GET", `/leads?${name}=${empty}`, { key });
        expect(response.status).toBe(400);
        expect((await response.json()).errors).toEqual([{ field: name, reason: "is empty" }]);
      }
    },
  );

  it("refuses a cursor from before there were years, as one that we never gave", async () => {
    const position = ["0000-12-31T23:59:59Z", "0190a5e2-7c1b-7d3e-9f40-5b8a1c2d3e4f"];
    const cursor = Buffer.from(JSON.stringify(position)).toString("base64url");
    for (const list of ["/leads", "/handoffs", "/hooks"]) {
      const response = await send("GET", `${list}?cursor=${cursor}`, { key });
      expect(response.status).toBe(400);
      expect((await response.json()).errors).toMatchObject([{ field: "cursor" }]);
    }
  });

  it("pages through all leads once each, whatever they share an instant with", async () => {
    const at = new Date(now.getTime() - 3_600_000);
    const captures = Array.from({ length: 7 }, (_, index) => ({
      input: { email: `page.${index}@list.example` },
      source: "form" as const,
      provider: "Tests",
    }));
    await captureLeads(systemActor("connection", "Tests"), captures, at);
    const seen: string[] = [];
    let cursor = "";
    do {
      const query = `limit=3${cursor && `&cursor=${cursor}`}`;
      const page = await (await send("GET", `/leads?${query}`, { key })).json();
      expect(page.data.length).toBeLessThanOrEqual(3);
      seen.push(...page.data.map((lead: { id: string }) => lead.id));
      expect(page.total).toBeGreaterThanOrEqual(9);
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(9);
  });

  it("leaves out what was not updated since, and what has another status", async () => {
    const since = new Date(now.getTime() - 60_000).toISOString();
    const page = await (await send("GET", `/leads?updatedSince=${since}`, { key })).json();
    expect(page.data.length).toBeGreaterThan(0);
    expect(page.data.every((lead: { updatedAt: string }) => lead.updatedAt >= since)).toBe(true);
    const routed = await (await send("GET", "/leads?status=excluded", { key })).json();
    expect(routed).toEqual({ data: [], nextCursor: null, total: 0 });
  });

  it("answers 404 for an id that no lead has, and for what is no id", async () => {
    for (const id of ["00000000-0000-4000-8000-000000000000", "1", "%00"]) {
      expect((await send("GET", `/leads/${id}`, { key })).status).toBe(404);
    }
  });
});

describe("a lead that a rep was given", () => {
  it("G.7 has its handoff, its score, its trail, and C5 as the routing filled it", async () => {
    const id = await aLead(now);
    await addNote(ops, { leadId: id, kind: "note", text: "Met at the fair" }, now);
    await evaluate(id, now);
    expect((await show(id)).missing).toEqual(expect.arrayContaining(["C5.1", "C5.2"]));
    await document(ops, id, now);
    const lead = await show(id);
    expect(lead).toMatchObject({
      status: "routed",
      completeness: { contactBasics: "complete", handoffMetadata: "complete" },
      score: { total: expect.any(Number), trend: "rising", trigger: expect.any(String) },
      handoffId: expect.any(String),
    });
    expect(lead.touchpoints.length).toBeGreaterThanOrEqual(3);
    expect(lead.missing).toEqual(["C3.9"]);
    expect(lead.fields["C5.4"]?.value).toEqual({ notes: ["Met at the fair"], flags: [] });

    const handoff = await (await send("GET", `/handoffs/${lead.handoffId}`, { key })).json();
    expect(handoff).toMatchObject({
      leadId: id,
      owner: { name: "Rosa Rep" },
      standardVersion: 1,
      trigger: lead.score.trigger,
      notes: [{ text: "Met at the fair" }],
      summary: expect.any(String),
      summaryIsDraft: true,
    });
    const list = await (await send("GET", `/handoffs?since=${handoff.routedAt}`, { key })).json();
    expect(list.data).toContainEqual(handoff);
  });
});
