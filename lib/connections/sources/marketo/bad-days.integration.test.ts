import { describe, expect, it } from "vitest";
import { leadOf, streamOf } from "@/db/factories/read-back";
import { testDatabase } from "@/db/testing/database";
import { MARKETO_FAULTS } from "@/e2e/doubles/marketo";
import { activityOf, aLead, connected, marketoDesk } from "@/e2e/doubles/marketo-desk";
import { later, read, readAll } from "../testing/reading";

testDatabase();
const desk = marketoDesk();

describe("K.5 Marketo’s bad days", () => {
  it("stops when the day is used up until it begins anew, and loses nothing", async () => {
    const one = aLead(desk);
    desk.double.pages.push([activityOf(one.id, 12)]);
    const id = await connected(desk);
    desk.double.failAfter({ on: /^\/rest/, answered: 0, reply: MARKETO_FAULTS["a used-up day"] });
    const now = new Date();
    await read(id, now);
    const { restsUntil, failure } = await streamOf(id, "activities");
    expect(failure).toContain("607");
    expect(restsUntil?.getTime()).toBeGreaterThan(now.getTime());
    desk.double.failAfter(null);
    await readAll(id, later(25 * 60));
    expect(await leadOf(one.email)).toBeDefined();
  });

  it.each([
    ["is not taken any more", "1003", 1],
    ["is no token to it", "1001", 1],
    ["asks for what is not there", "610", 0],
  ])(
    "begins anew once at most where a token %s, and then says so and waits",
    async (_, code, anew) => {
      const one = aLead(desk);
      const id = await connected(desk);
      await readAll(id);
      const error = { success: false, errors: [{ code, message: "Refused" }] };
      desk.double.refuseActivities({ status: 200, body: JSON.stringify(error) });
      const before = desk.double.asked.length;
      await read(id, later(6));
      await read(id, later(6));
      const asked = desk.double.asked.slice(before).map(({ path }) => path);
      expect(asked.filter((path) => path.endsWith("pagingtoken.json"))).toHaveLength(anew * 3);
      // For each of three streams: as it was refused, and as it was refused anew.
      expect(asked.filter((path) => path.endsWith("activities.json"))).toHaveLength(3 + anew * 3);
      const stream = await streamOf(id, "activities");
      expect(stream).toMatchObject({ failures: 1, failure: `Refuses the question (${code}).` });
      expect(stream.restsUntil).not.toBeNull();
      desk.double.refuseActivities(null);
      desk.double.pages.push([activityOf(one.id, 12)]);
      await readAll(id, later(60));
      expect(await leadOf(one.email)).toBeDefined();
      expect(await streamOf(id, "activities")).toMatchObject({ failure: null });
    },
  );
});
