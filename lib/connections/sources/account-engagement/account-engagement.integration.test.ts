import { describe, expect, it } from "vitest";
import { did, leadOf, streamOf, valueOfLead } from "@/db/factories/read-back";
import { testDatabase } from "@/db/testing/database";
import { BUSINESS_UNIT } from "@/e2e/doubles/account-engagement";
import {
  ago,
  anActivity,
  aProspect,
  connected,
  row,
  unitDesk,
} from "@/e2e/doubles/account-engagement-desk";
import { later, readAll } from "../testing/reading";

testDatabase();
const desk = unitDesk();

describe("K.1 Account Engagement is read", () => {
  it("all there is by number, whatever a page holds, then what was updated since", async () => {
    const year = 400 * 86_400;
    const many = Array.from({ length: 203 }, () => aProspect(desk, {}, year));
    const [first] = many;
    const end = many.at(-1);
    if (!first || !end) throw new Error("There are none.");
    const { id } = await connected(desk, { leaveOut: "activities, pages" });
    await readAll(id);
    expect(await leadOf(end.email)).toBeDefined();
    const { length } = desk.double.asked;
    first.one.jobTitle = "Chief Operating Officer";
    first.one.updatedAt = ago(0);
    const fresh = aProspect(desk, { score: 72, campaign: { name: "Spring" } });
    await readAll(id, later(6));
    expect(await valueOfLead(first.email, "C1.2")).toBe("Chief Operating Officer");
    expect(await leadOf(fresh.email)).toBeDefined();
    const asked = desk.double.asked.slice(length);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.query.has("nextPageToken")).toBe(false);
    expect(asked[0]?.headers["pardot-business-unit-id"]).toBe(BUSINESS_UNIT);
  });

  it("C3 takes what somebody did once, at its own time, and leaves out what is nobody's or too old", async () => {
    const { email, one } = aProspect(desk);
    const form = anActivity(
      desk,
      one.id,
      { type: 4, typeName: "Form", details: "Ask for a demo" },
      120,
    );
    anActivity(desk, one.id, { type: 11, typeName: "Email", details: "May news", listEmailId: 4 });
    anActivity(desk, one.id, { type: 6, typeName: "Email", details: "May news", listEmailId: 4 });
    anActivity(desk, null, { type: 2, typeName: "Landing Page", details: "Pricing" });
    anActivity(desk, one.id, { type: 4, typeName: "Form", details: "Long ago" }, 400 * 86_400);
    const { id } = await connected(desk);
    await readAll(id);
    await readAll(id, later(6));
    const done = await did(email);
    expect(done.map(({ kind }) => kind)).toEqual(["email_opened", "form_submitted"]);
    expect(done[1]?.occurredAt).toEqual(new Date(Date.parse(form.createdAt)));
    expect(await streamOf(id, "activities")).toMatchObject({ taken: 2, refused: 0 });
    // It was updated, and is the same.
    form.updatedAt = ago(0);
    const next = anActivity(desk, one.id, { type: 25, typeName: "Webinar", details: "Cold chain" });
    await readAll(id, later(12));
    expect(await did(email)).toHaveLength(3);
    expect(next.id).toBeGreaterThan(form.id);
  });

  it("C3 takes a click on a tracked link to a file, where the user may see where it leads", async () => {
    const { email, one } = aProspect(desk);
    const customRedirect = { name: "Cold chain guide", destinationUrl: "https://x.example/g.pdf" };
    const click = { type: 1, typeName: "Custom Redirect", details: "Guide", customRedirectId: 3 };
    anActivity(desk, one.id, { ...click, customRedirect });
    const form = { type: 4, typeName: "Form", details: "Ask for a demo" };
    anActivity(desk, one.id, form);
    desk.double.deny.add("customRedirect");
    const blind = await connected(desk);
    await readAll(blind.id);
    expect((await did(email)).map(({ kind }) => kind)).toEqual(["form_submitted"]);
    expect(await streamOf(blind.id, "activities")).toMatchObject({ failure: null });
    desk.double.deny.clear();
    const other = aProspect(desk);
    anActivity(desk, other.one.id, { ...click, customRedirect });
    const { id } = await connected(desk);
    await readAll(id);
    expect((await did(other.email)).map(({ details }) => details)).toEqual([
      { title: "Cold chain guide", url: "https://x.example/g.pdf" },
    ]);
  });

  it("C3.1 takes the pages of a prospect's visits, each once whoever tells of it", async () => {
    const { email, one } = aProspect(desk);
    const view = (path: string, prospectId: number | null, seconds = 60) => {
      const url = `https://nordlys.example${path}?utm_source=x`;
      const page = { url, title: path, durationInSeconds: 45, visit: { prospectId } };
      const viewed = { ...row(ago(seconds)), ...page };
      desk.double.pages.push(viewed);
      return viewed;
    };
    const landing = view("/pricing", one.id);
    view("/security", one.id);
    view("/nobody", null);
    view("/long-ago", one.id, 40 * 86_400);
    anActivity(desk, one.id, {
      ...{ type: 2, typeName: "Landing Page", details: "https://nordlys.example/pricing" },
      visitorPageViewId: landing.id,
    });
    const { id } = await connected(desk);
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
    const many = [aProspect(desk), aProspect(desk), aProspect(desk)];
    const view = { url: "https://nordlys.example/pricing", durationInSeconds: 45 };
    for (const { one } of many) {
      anActivity(desk, one.id, { type: 4, typeName: "Form", details: "Ask for a demo" });
      desk.double.pages.push({ ...row(ago(60)), ...view, visit: { prospectId: one.id } });
    }
    Object.assign(desk.double.short, short);
    const { id } = await connected(desk);
    await readAll(id);
    for (const { email } of many)
      expect((await did(email)).map(({ kind }) => kind)).toEqual(["form_submitted", "page_viewed"]);
  });

  it("C3.1 keeps the pages that a visitor saw before they were a prospect", async () => {
    const view = (path: string, visitorId: number) => {
      const url = `https://nordlys.example${path}`;
      const page = { url, title: path, visitorId, visit: { prospectId: null as number | null } };
      const viewed = { ...row(ago(600)), ...page };
      desk.double.pages.push(viewed);
      return viewed;
    };
    view("/pricing", 41);
    view("/security", 42);
    view("/nobody", 43);
    const { id } = await connected(desk);
    await readAll(id);
    // One fills in a form; the other's next page says whose all of them are.
    const [form, page] = [aProspect(desk, {}, 0), aProspect(desk, {}, 0)];
    const details = { type: 4, typeName: "Form", details: "Ask for a demo", visitorId: 41 };
    anActivity(desk, form.one.id, details, 0);
    view("/integrations", 42).visit.prospectId = page.one.id;
    Object.assign(desk.double.pages.at(-1) ?? {}, { createdAt: ago(0) });
    await readAll(id, later(6));
    const paths = async (email: string) =>
      (await did(email)).flatMap(({ details: of }) => ("path" in of ? [of.path] : []));
    expect(await paths(form.email)).toEqual(["/pricing"]);
    expect((await paths(page.email)).toSorted()).toEqual(["/integrations", "/security"]);
  });

  it("makes one lead of two prospects with one address", async () => {
    const { email, one } = aProspect(desk);
    const other = aProspect(desk, { email });
    anActivity(desk, one.id, { type: 4, typeName: "Form", details: "First" });
    anActivity(desk, other.one.id, { type: 4, typeName: "Form Handler", details: "Second" });
    const { id } = await connected(desk);
    await readAll(id);
    expect(await did(email)).toHaveLength(2);
  });
});
