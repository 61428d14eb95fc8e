import { describe, expect, it } from "vitest";
import type { ProviderSystem } from "@/lib/enrichment/provider";
import { sameAddress, settingFaults, trimmed } from "./given-settings";

const system: ProviderSystem = {
  id: "example",
  label: "Example",
  settings: [
    { key: "apiKey", label: "API key", secret: true },
    { key: "username", label: "User name", secret: false },
    { key: "address", label: "Another address", secret: false, optional: true },
    { key: "costCents", label: "Cost", secret: false, optional: true },
  ],
  connect: () => ({ id: "example", label: "Example", lookups: [] }),
};

const enough = { settings: { username: "ada" }, secrets: { apiKey: "k" } };
const faults = (settings: Record<string, string>, secrets: Record<string, string> = {}) =>
  settingFaults(
    system,
    trimmed({
      settings: { ...enough.settings, ...settings },
      secrets: { ...enough.secrets, ...secrets },
    }),
  ).map(({ field, reason }) => `${field} ${reason}`);

describe("K.5 what is given to connect a system", () => {
  it("is enough with what the system needs", () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    [{ username: " " }, {}, ["settings.username is missing"]],
    [{}, { apiKey: "" }, ["secrets.apiKey is missing"]],
    [{ colour: "red" }, {}, ["settings.colour is not a setting of Example"]],
    [{ apiKey: "k" }, {}, ["settings.apiKey belongs to the secrets"]],
    [{}, { username: "ada" }, ["secrets.username is no secret: it belongs to the settings"]],
    [{}, { apiKey: "a\nb" }, ["secrets.apiKey has a character that cannot be kept"]],
    [{}, { apiKey: "k".repeat(2_001) }, ["secrets.apiKey is longer than 2000 characters"]],
    [{ costCents: "a few" }, {}, ["settings.costCents is not a whole number of cents"]],
  ])("is refused by name: %j %j", (settings, secrets, expected) => {
    expect(faults(settings, secrets)).toEqual(expected);
  });

  it.each([
    ["https://api.example.com", true],
    ["http://127.0.0.1:4010", true],
    ["http://localhost:4010/proxy", true],
    ["http://[::1]:4010", true],
    ["http://api.example.com", false],
    ["http://127.0.0.1.evil.example", false],
    ["https://ada:secret@api.example.com", false],
    ["https://api.example.com?x=1", false],
    ["ftp://api.example.com", false],
    ["api.example.com", false],
    ["javascript:alert(1)", false],
  ])("sends keys encrypted, or stays on this machine: %s %s", (address, fits) => {
    expect(faults({ address }).length === 0).toBe(fits);
  });
});

describe("K.5 whether keys would go elsewhere", () => {
  it("looks at scheme, host and port, and not at the path", () => {
    expect(sameAddress({}, {})).toBe(true);
    expect(
      sameAddress({ address: "https://a.example/x" }, { address: "https://a.example/y" }),
    ).toBe(true);
    expect(sameAddress({}, { address: "https://a.example" })).toBe(false);
    expect(sameAddress({ address: "https://a.example" }, { address: "https://b.example" })).toBe(
      false,
    );
    expect(sameAddress({ address: "https://a.example" }, { address: "http://a.example" })).toBe(
      false,
    );
  });
});
