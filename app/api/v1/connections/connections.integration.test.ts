import { beforeAll, describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { connections } from "@/lib/connections/queries";
import { anApiKey, send } from "../testing/api";

let key = "";
beforeAll(async () => {
  key = await anApiKey();
});

const valid = () => ({
  system: "zerobounce",
  name: `ZeroBounce ${crypto.randomUUID()}`,
  settings: {},
  secrets: { apiKey: "zb-secret-1" },
});
const post = (body: unknown) => send("POST", "/connections", { key, body });

describe("POST /api/v1/connections", () => {
  it("K.5 connects a system, and shows its secret to nobody", async () => {
    const body = valid();
    const response = await post(body);
    expect(response.status).toBe(201);
    const answer = await response.json();
    expect(Object.keys(answer)).toEqual(["id"]);
    const shown = await connections(await aPerson("admin"), new Date());
    expect(shown).toMatchObject([{ id: answer.id, name: body.name, systemLabel: "ZeroBounce" }]);
    expect(JSON.stringify(shown)).not.toContain("zb-secret-1");
  });

  it("K.5 refuses a name that is taken", async () => {
    const body = valid();
    await post(body);
    const again = await post(body);
    expect(again.status).toBe(409);
    expect((await again.json()).detail).toContain("name");
  });

  it.each([
    [{ system: "nobody" }, "system", "is not one of salesforce, hubspot_crm, pipedrive, clearbit"],
    [{ name: " " }, "name", "is empty"],
    [{ name: undefined }, "name", "is missing"],
    [{ secrets: {} }, "secrets.apiKey", "is missing"],
    [{ secrets: { apiKey: 7 } }, "secrets.apiKey", "must be text"],
    [{ settings: { colour: "red" } }, "settings.colour", "is not a setting of ZeroBounce"],
    [{ settings: { address: "ftp://x" } }, "settings.address", "must start with https://"],
    [{ colour: "red" }, "colour", "is not a field that we know"],
  ])("K.5 names what is wrong: %j", async (wrong, field, reason) => {
    const response = await post({ ...valid(), ...wrong });
    expect(response.status).toBe(400);
    const { errors } = await response.json();
    expect(errors).toMatchObject([{ field, reason: expect.stringContaining(reason) }]);
  });

  it("K.5 asks for a key", async () => {
    const response = await send("POST", "/connections", { key: "unknown", body: valid() });
    expect(response.status).toBe(401);
  });
});
