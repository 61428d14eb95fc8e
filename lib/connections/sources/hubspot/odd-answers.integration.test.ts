import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readingLine, readingStanding } from "@/components/connections/reading/reading-line";
import { did, leadOf, streamOf, valueOfLead } from "@/db/factories/read-back";
import { testDatabase } from "@/db/testing/database";
import { aContact, connected, hubspotDesk, OBJECTS } from "@/e2e/doubles/hubspot-desk";
import { readings } from "../queries";
import { later, readAll } from "../testing/reading";

testDatabase();
const desk = hubspotDesk();
const reader = { locale: "en-GB", timeZone: "Europe/Oslo" };

describe("K.5 HubSpot’s odd answers", () => {
  it.each([400, 404])(
    "names a form whose submissions it does not give (%i), reads the others, and that one once it may",
    async (status) => {
      const { email } = aContact(desk);
      const values = [{ name: "email", value: email }];
      const submissions = [{ submittedAt: Date.now() - 60_000, values }];
      const [odd, good] = [`odd-${randomUUID()}`, `good-${randomUUID()}`];
      desk.hubspot.account.forms.push(
        { id: odd, name: "Chat", submissions },
        { id: good, name: "Demo", submissions },
      );
      desk.hubspot.account.closedForms.set(odd, status);
      const id = await connected(desk, { leaveOut: "companies, emails, pages" });
      const told = async (minutes: number) => {
        await readAll(id, later(minutes));
        const all = (await readings(desk.admin, [id])).get(id) ?? [];
        const forms = all.filter(({ stream }) => stream === "forms");
        const [{ standing, total } = { standing: null, total: "" }] = forms.map((one) =>
          readingLine(one, reader, later(minutes)),
        );
        return { standing, total, whole: readingStanding(all, reader, later(minutes)) };
      };
      for (const minutes of [0, 6, 12])
        expect(await told(minutes)).toMatchObject({
          standing: {
            ...{ word: "Read in part", tone: "calm" },
            detail: expect.stringContaining(
              `Not given: submissions of “Chat” (${status}). Asked for again each time.`,
            ),
          },
          total: "1 taken in",
          whole: { word: "Form submissions in part", tone: "calm" },
        });
      expect((await did(email)).map(({ kind }) => kind)).toEqual(["form_submitted"]);
      desk.hubspot.account.closedForms.clear();
      expect(await told(18)).toMatchObject({ standing: { word: "Up to date" } });
      expect(await did(email)).toHaveLength(2);
    },
  );

  it("forgets a form that it did not give, once that is gone there", async () => {
    const odd = `odd-${randomUUID()}`;
    desk.hubspot.account.forms.push({ id: odd, name: "Chat", submissions: [] });
    desk.hubspot.account.closedForms.set(odd, 404);
    const id = await connected(desk, { leaveOut: "companies, emails, pages" });
    const unread = async (minutes: number) => {
      await readAll(id, later(minutes));
      const all = (await readings(desk.admin, [id])).get(id) ?? [];
      return all.flatMap((one) => one.unread);
    };
    expect(await unread(0)).toEqual(["submissions of “Chat” (404)"]);
    desk.hubspot.account.forms.length = 0;
    expect(await unread(6)).toEqual([]);
  });

  it("follows a contact whose time of change comes as a number, as all of a search’s bounds do", async () => {
    const one = aContact(desk, { lastmodifieddate: String(Date.now() - 60_000) });
    const id = await connected(desk, OBJECTS);
    await readAll(id);
    expect(await leadOf(one.email)).toBeDefined();
    const [contact] = desk.hubspot.account.contacts;
    const changedTo = (jobtitle: string, minutes: number) =>
      Object.assign(contact?.properties ?? {}, {
        ...{ jobtitle, lastmodifieddate: String(later(minutes).getTime()) },
      });
    changedTo("Chair", 5);
    await readAll(id, later(6));
    changedTo("Trainee", 3);
    await readAll(id, later(12));
    expect(await valueOfLead(one.email, "C1.2")).toBe("Chair");
  });

  it("takes what changes of a contact whose time of change cannot be read, and does not begin with 1970 again", async () => {
    const one = aContact(desk);
    const id = await connected(desk, OBJECTS);
    await readAll(id);
    const [contact] = desk.hubspot.account.contacts;
    const searches = () =>
      desk.hubspot.asked.filter(({ path }) => path.endsWith("contacts/search"));
    Object.assign(contact?.properties ?? {}, { jobtitle: "Chair" });
    // Its index knows when; what it shows of it is no time.
    Object.assign(contact?.properties ?? {}, { lastmodifieddate: later(5).toISOString() });
    desk.hubspot.account.showsTimesAs = "yesterday";
    await readAll(id, later(6));
    expect(await valueOfLead(one.email, "C1.2")).toBe("Chair");
    const from = searches().flatMap(({ body }) =>
      (body as { filterGroups: { filters: { operator: string; value: string }[] }[] }).filterGroups
        .flatMap(({ filters }) => filters)
        .filter(({ operator }) => operator === "GTE"),
    );
    await readAll(id, later(12));
    for (const { value } of from) expect(Number(value)).toBeGreaterThan(later(-60).getTime());
    expect(await streamOf(id, "contacts")).toMatchObject({ failure: null, refused: 0 });
  });
});
