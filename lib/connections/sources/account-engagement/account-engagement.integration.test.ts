import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { did, leadOf, streamOf, valueOfLead } from "@/db/factories/read-back";
import { testDatabase } from "@/db/testing/database";
import {
  BUSINESS_UNIT,
  type Row,
  startUnit,
  UNIT_APP,
  UNIT_FAULTS,
  type UnitDouble,
} from "@/e2e/doubles/account-engagement";
import { addConnection } from "../../commands";
import { testConnection } from "../../proof/commands";
import { later, read, readAll } from "../testing/reading";

testDatabase();
let double: UnitDouble;
beforeAll(async () => {
  double = await startUnit();
});
beforeEach(() => {
  double.fail(null);
  double.prospects.length = 0;
  double.activities.length = 0;
  double.pages.length = 0;
  double.deny.clear();
  Object.assign(double.short, { most: 1_000, emptyFirst: false });
  double.scopes("pardot_api refresh_token");
  double.clockIsOff(0);
});
afterAll(() => double.close());

async function connected(settings: Record<string, string> = {}) {
  const { clientId } = UNIT_APP;
  // Tokens are kept by account: a refresh token of its own makes each connection one.
  const secrets = { clientSecret: UNIT_APP.clientSecret, refreshToken: randomUUID() };
  const given = { businessUnit: BUSINESS_UNIT, clientId, ...settings };
  const { address } = double;
  const admin = await aPerson("admin");
  const outcome = await addConnection(
    admin,
    {
      ...{ system: "account_engagement", name: `Unit ${randomUUID()}`, secrets },
      settings: { ...given, address, login: address },
    },
    new Date(),
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  return { admin, id: outcome.value.id };
}

let last = 0;
/** In the zone of the API's user, as it tells times. */
const ago = (seconds: number) =>
  `${new Date(Date.now() - seconds * 1_000 - 7 * 3_600_000).toISOString().slice(0, 19)}-07:00`;
const row = (at: string): Row => {
  last += 1;
  return { id: last, createdAt: at, updatedAt: at };
};
function aProspect(more: object = {}, seconds = 60) {
  const email = `ase.${randomUUID()}@nordlys.example`;
  const one: Row = { ...row(ago(seconds)), email, jobTitle: "Head of Operations", ...more };
  double.prospects.push(one);
  return { email, one };
}
function anActivity(prospectId: number | null, more: object, seconds = 60) {
  const one: Row = { ...row(ago(seconds)), prospectId, ...more };
  double.activities.push(one);
  return one;
}

describe("K.1 Account Engagement is read", () => {
  it("all there is by number, whatever a page holds, then what was updated since", async () => {
    const year = 400 * 86_400;
    const many = Array.from({ length: 203 }, () => aProspect({}, year));
    const [first] = many;
    const end = many.at(-1);
    if (!first || !end) throw new Error("There are none.");
    const { id } = await connected({ leaveOut: "activities, pages" });
    await readAll(id);
    expect(await leadOf(end.email)).toBeDefined();
    const { length } = double.asked;
    first.one.jobTitle = "Chief Operating Officer";
    first.one.updatedAt = ago(0);
    const fresh = aProspect({ score: 72, campaign: { name: "Spring" } });
    await readAll(id, later(6));
    expect(await valueOfLead(first.email, "C1.2")).toBe("Chief Operating Officer");
    expect(await leadOf(fresh.email)).toBeDefined();
    const asked = double.asked.slice(length);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.query.has("nextPageToken")).toBe(false);
    expect(asked[0]?.headers["pardot-business-unit-id"]).toBe(BUSINESS_UNIT);
  });

  it("C3 takes what somebody did once, at its own time, and leaves out what is nobody's or too old", async () => {
    const { email, one } = aProspect();
    const form = anActivity(one.id, { type: 4, typeName: "Form", details: "Ask for a demo" }, 120);
    anActivity(one.id, { type: 11, typeName: "Email", details: "May news", listEmailId: 4 });
    anActivity(one.id, { type: 6, typeName: "Email", details: "May news", listEmailId: 4 });
    anActivity(null, { type: 2, typeName: "Landing Page", details: "Pricing" });
    anActivity(one.id, { type: 4, typeName: "Form", details: "Long ago" }, 400 * 86_400);
    const { id } = await connected();
    await readAll(id);
    await readAll(id, later(6));
    const done = await did(email);
    expect(done.map(({ kind }) => kind)).toEqual(["email_opened", "form_submitted"]);
    expect(done[1]?.occurredAt).toEqual(new Date(Date.parse(form.createdAt)));
    expect(await streamOf(id, "activities")).toMatchObject({ taken: 2, refused: 0 });
    // It was updated, and is the same.
    form.updatedAt = ago(0);
    const next = anActivity(one.id, { type: 25, typeName: "Webinar", details: "Cold chain" });
    await readAll(id, later(12));
    expect(await did(email)).toHaveLength(3);
    expect(next.id).toBeGreaterThan(form.id);
  });

  it("C3 takes a click on a tracked link to a file, where the user may see where it leads", async () => {
    const { email, one } = aProspect();
    const customRedirect = { name: "Cold chain guide", destinationUrl: "https://x.example/g.pdf" };
    const click = { type: 1, typeName: "Custom Redirect", details: "Guide", customRedirectId: 3 };
    anActivity(one.id, { ...click, customRedirect });
    const form = { type: 4, typeName: "Form", details: "Ask for a demo" };
    anActivity(one.id, form);
    double.deny.add("customRedirect");
    const blind = await connected();
    await readAll(blind.id);
    expect((await did(email)).map(({ kind }) => kind)).toEqual(["form_submitted"]);
    expect(await streamOf(blind.id, "activities")).toMatchObject({ failure: null });
    double.deny.clear();
    const other = aProspect();
    anActivity(other.one.id, { ...click, customRedirect });
    const { id } = await connected();
    await readAll(id);
    expect((await did(other.email)).map(({ details }) => details)).toEqual([
      { title: "Cold chain guide", url: "https://x.example/g.pdf" },
    ]);
  });

  it("C3.1 takes the pages of a prospect's visits, each once whoever tells of it", async () => {
    const { email, one } = aProspect();
    const view = (path: string, prospectId: number | null, seconds = 60) => {
      const url = `https://nordlys.example${path}?utm_source=x`;
      const page = { url, title: path, durationInSeconds: 45, visit: { prospectId } };
      const viewed = { ...row(ago(seconds)), ...page };
      double.pages.push(viewed);
      return viewed;
    };
    const landing = view("/pricing", one.id);
    view("/security", one.id);
    view("/nobody", null);
    view("/long-ago", one.id, 40 * 86_400);
    anActivity(one.id, {
      ...{ type: 2, typeName: "Landing Page", details: "https://nordlys.example/pricing" },
      visitorPageViewId: landing.id,
    });
    const { id } = await connected();
    await readAll(id);
    await readAll(id, later(6));
    const done = (await did(email)).map(({ kind, details }) => ({ kind, ...details }));
    expect(done).toHaveLength(2);
    expect(done).toContainEqual(
      expect.objectContaining({ kind: "page_viewed", path: "/security", seconds: 45 }),
    );
  });

  it.each([
    ["short", { most: 1 }],
    ["short, and after an empty one", { most: 1, emptyFirst: true }],
  ])("all there is where its pages are %s", async (_, short) => {
    const many = [aProspect(), aProspect(), aProspect()];
    const view = { url: "https://nordlys.example/pricing", durationInSeconds: 45 };
    for (const { one } of many) {
      anActivity(one.id, { type: 4, typeName: "Form", details: "Ask for a demo" });
      double.pages.push({ ...row(ago(60)), ...view, visit: { prospectId: one.id } });
    }
    Object.assign(double.short, short);
    const { id } = await connected();
    await readAll(id);
    for (const { email } of many)
      expect((await did(email)).map(({ kind }) => kind)).toEqual(["form_submitted", "page_viewed"]);
  });

  it("C3.1 keeps the pages that a visitor saw before they were a prospect", async () => {
    const view = (path: string, visitorId: number) => {
      const url = `https://nordlys.example${path}`;
      const page = { url, title: path, visitorId, visit: { prospectId: null as number | null } };
      const viewed = { ...row(ago(600)), ...page };
      double.pages.push(viewed);
      return viewed;
    };
    view("/pricing", 41);
    view("/security", 42);
    view("/nobody", 43);
    const { id } = await connected();
    await readAll(id);
    // One fills in a form; the other's next page says whose all of them are.
    const [form, page] = [aProspect({}, 0), aProspect({}, 0)];
    const details = { type: 4, typeName: "Form", details: "Ask for a demo", visitorId: 41 };
    anActivity(form.one.id, details, 0);
    view("/integrations", 42).visit.prospectId = page.one.id;
    Object.assign(double.pages.at(-1) ?? {}, { createdAt: ago(0) });
    await readAll(id, later(6));
    const paths = async (email: string) =>
      (await did(email)).flatMap(({ details: of }) => ("path" in of ? [of.path] : []));
    expect(await paths(form.email)).toEqual(["/pricing"]);
    expect((await paths(page.email)).toSorted()).toEqual(["/integrations", "/security"]);
  });

  it("makes one lead of two prospects with one address", async () => {
    const { email, one } = aProspect();
    const other = aProspect({ email });
    anActivity(one.id, { type: 4, typeName: "Form", details: "First" });
    anActivity(other.one.id, { type: 4, typeName: "Form Handler", details: "Second" });
    const { id } = await connected();
    await readAll(id);
    expect(await did(email)).toHaveLength(2);
  });
});

describe("K.5 Account Engagement’s bad days", () => {
  it("signs in anew once when the session has ended", async () => {
    const { email } = aProspect();
    const { id } = await connected();
    await readAll(id);
    double.expire();
    const { length } = double.asked;
    await readAll(id, later(6));
    const signed = double.asked.slice(length).filter(({ path }) => path.includes("oauth2"));
    expect(signed).toHaveLength(1);
    expect(await leadOf(email)).toBeDefined();
    expect(await streamOf(id, "prospects")).toMatchObject({ failure: null });
  });

  it.each([
    ["a used-up day", 3_600],
    ["too many at once", 10],
    ["a minute's limit", 60],
    ["a time-out", 15],
    ["half a body", 15],
    ["a fault of its own", 15],
    ["a proxy's page", 15],
  ] as const)("goes on where it was after %s, and loses nothing", async (fault, seconds) => {
    const { email } = aProspect();
    const { id, admin } = await connected();
    await testConnection(admin, { connectionId: id }, new Date());
    double.fail(UNIT_FAULTS[fault]);
    const now = new Date();
    await read(id, now);
    const { restsUntil, failure, position } = await streamOf(id, "activities");
    expect(restsUntil?.getTime()).toBeGreaterThanOrEqual(now.getTime() + seconds * 1_000);
    expect(failure).not.toBeNull();
    expect(position).toBeNull();
    double.fail(null);
    await readAll(id, later(120));
    expect(await leadOf(email)).toBeDefined();
  });

  it.each([
    ["behind", -2],
    ["ahead", 2],
  ])(
    "loses nothing where its clock is two hours %s, and takes all of it once",
    async (_, hours) => {
      double.clockIsOff(hours * 3_600_000);
      const theirs = (seconds: number) => seconds - hours * 3_600;
      const { email, one } = aProspect({}, theirs(60));
      const page = (path: string) => ({
        ...{ url: `https://nordlys.example${path}`, durationInSeconds: 5 },
        visit: { prospectId: one.id },
      });
      anActivity(one.id, { type: 4, typeName: "Form", details: "Before" }, theirs(60));
      double.pages.push({ ...row(ago(theirs(60))), ...page("/before") });
      const { id } = await connected();
      await readAll(id);
      one.jobTitle = "Chief Operating Officer";
      one.updatedAt = ago(theirs(-60));
      anActivity(one.id, { type: 4, typeName: "Form", details: "After" }, theirs(-60));
      double.pages.push({ ...row(ago(theirs(-60))), ...page("/after") });
      await readAll(id, later(6));
      await readAll(id, later(12));
      expect((await did(email)).map(({ details }) => details)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ form: "Before" }),
          expect.objectContaining({ form: "After" }),
          expect.objectContaining({ path: "/before" }),
          expect.objectContaining({ path: "/after" }),
        ]),
      );
      expect(await did(email)).toHaveLength(4);
      expect(await valueOfLead(email, "C1.2")).toBe("Chief Operating Officer");
    },
  );

  it("reads a prospect whose fields have another type, without what cannot be read, and the others", async () => {
    const odd = {
      employees: { from: 1 },
      jobTitle: ["VP"],
      company: 17,
      score: "72",
      country: true,
    };
    const { email } = aProspect(odd);
    const other = aProspect();
    const { id } = await connected();
    await readAll(id);
    expect(await leadOf(email)).toBeDefined();
    expect(await valueOfLead(email, "C1.2")).toBeUndefined();
    expect(await leadOf(other.email)).toBeDefined();
    expect(await streamOf(id, "prospects")).toMatchObject({ failure: null });
  });

  it("names what is missing: the scope, the business unit, the ability, the secret", async () => {
    const wordsOf = async (settings: Record<string, string> = {}) => {
      const { admin, id } = await connected(settings);
      const verdict = await testConnection(admin, { connectionId: id }, new Date());
      return verdict.ok ? verdict.value : null;
    };
    expect(await wordsOf()).toMatchObject({ works: true });
    double.scopes("api refresh_token");
    expect(await wordsOf()).toMatchObject({
      works: false,
      words: expect.stringContaining("‘pardot_api’"),
    });
    double.scopes("pardot_api");
    expect(await wordsOf({ businessUnit: "0Uv5A000000PAzySAG" })).toMatchObject({
      works: false,
      words: expect.stringContaining("business unit"),
    });
    expect(await wordsOf({ clientId: "nobody" })).toMatchObject({ works: false });
    double.deny.add("activities");
    expect(await wordsOf()).toMatchObject({
      works: false,
      words:
        "The ability Prospects > Visitors > View is missing in the user's role, so visitor activities cannot be read.",
    });
    const { email } = aProspect();
    const { id } = await connected();
    await readAll(id);
    expect(await leadOf(email)).toBeDefined();
    expect((await streamOf(id, "activities")).failure).toContain("Prospects > Visitors > View");
  });
});
