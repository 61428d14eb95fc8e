import { describe, expect, it } from "vitest";
import { did, leadOf, streamOf, valueOfLead } from "@/db/factories/read-back";
import { testDatabase } from "@/db/testing/database";
import { UNIT_FAULTS } from "@/e2e/doubles/account-engagement";
import {
  ago,
  anActivity,
  aProspect,
  connected,
  row,
  unitDesk,
} from "@/e2e/doubles/account-engagement-desk";
import { testConnection } from "../../proof/commands";
import { later, read, readAll } from "../testing/reading";

testDatabase();
const desk = unitDesk();

describe("K.5 Account Engagement’s bad days", () => {
  it("signs in anew once when the session has ended", async () => {
    const { email } = aProspect(desk);
    const { id } = await connected(desk);
    await readAll(id);
    desk.double.expire();
    const { length } = desk.double.asked;
    await readAll(id, later(6));
    const signed = desk.double.asked.slice(length).filter(({ path }) => path.includes("oauth2"));
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
    const { email } = aProspect(desk);
    const { id, admin } = await connected(desk);
    await testConnection(admin, { connectionId: id }, new Date());
    desk.double.fail(UNIT_FAULTS[fault]);
    const now = new Date();
    await read(id, now);
    const { restsUntil, failure, position } = await streamOf(id, "activities");
    expect(restsUntil?.getTime()).toBeGreaterThanOrEqual(now.getTime() + seconds * 1_000);
    expect(failure).not.toBeNull();
    expect(position).toBeNull();
    desk.double.fail(null);
    await readAll(id, later(120));
    expect(await leadOf(email)).toBeDefined();
  });

  it.each([
    ["behind", -2],
    ["ahead", 2],
  ])(
    "loses nothing where its clock is two hours %s, and takes all of it once",
    async (_, hours) => {
      desk.double.clockIsOff(hours * 3_600_000);
      const theirs = (seconds: number) => seconds - hours * 3_600;
      const { email, one } = aProspect(desk, {}, theirs(60));
      const page = (path: string) => ({
        ...{ url: `https://nordlys.example${path}`, durationInSeconds: 5 },
        visit: { prospectId: one.id },
      });
      anActivity(desk, one.id, { type: 4, typeName: "Form", details: "Before" }, theirs(60));
      desk.double.pages.push({ ...row(ago(theirs(60))), ...page("/before") });
      const { id } = await connected(desk);
      await readAll(id);
      one.jobTitle = "Chief Operating Officer";
      one.updatedAt = ago(theirs(-60));
      anActivity(desk, one.id, { type: 4, typeName: "Form", details: "After" }, theirs(-60));
      desk.double.pages.push({ ...row(ago(theirs(-60))), ...page("/after") });
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
    const { email } = aProspect(desk, odd);
    const other = aProspect(desk);
    const { id } = await connected(desk);
    await readAll(id);
    expect(await leadOf(email)).toBeDefined();
    expect(await valueOfLead(email, "C1.2")).toBeUndefined();
    expect(await leadOf(other.email)).toBeDefined();
    expect(await streamOf(id, "prospects")).toMatchObject({ failure: null });
  });

  it("names what is missing: the scope, the business unit, the ability, the secret", async () => {
    const wordsOf = async (settings: Record<string, string> = {}) => {
      const { admin, id } = await connected(desk, settings);
      const verdict = await testConnection(admin, { connectionId: id }, new Date());
      return verdict.ok ? verdict.value : null;
    };
    expect(await wordsOf()).toMatchObject({ works: true });
    desk.double.scopes("api refresh_token");
    expect(await wordsOf()).toMatchObject({
      works: false,
      words: expect.stringContaining("‘pardot_api’"),
    });
    desk.double.scopes("pardot_api");
    expect(await wordsOf({ businessUnit: "0Uv5A000000PAzySAG" })).toMatchObject({
      works: false,
      words: expect.stringContaining("business unit"),
    });
    expect(await wordsOf({ clientId: "nobody" })).toMatchObject({ works: false });
    desk.double.deny.add("activities");
    expect(await wordsOf()).toMatchObject({
      works: false,
      words:
        "The ability Prospects > Visitors > View is missing in the user's role, so visitor activities cannot be read.",
    });
    const { email } = aProspect(desk);
    const { id } = await connected(desk);
    await readAll(id);
    expect(await leadOf(email)).toBeDefined();
    expect((await streamOf(id, "activities")).failure).toContain("Prospects > Visitors > View");
  });
});
