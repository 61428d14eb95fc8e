import { describe, expect, it } from "vitest";
import { leadOf, streamOf } from "@/db/factories/read-back";
import { testDatabase } from "@/db/testing/database";
import { aProspect, connected, unitDesk } from "@/e2e/doubles/account-engagement-desk";
import { testConnection } from "../../proof/commands";
import { readAll } from "../testing/reading";

testDatabase();
const desk = unitDesk();

describe("K.5 Account Engagement’s bad days", () => {
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
