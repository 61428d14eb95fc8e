import { afterEach, describe, expect, test, vi } from "vitest";
import { parseEnv } from "./env";

const enough = { DATABASE_URL: "postgres://a:b@localhost/baton", BATON_SECRET: "s".repeat(32) };
const messageOf = (source: Record<string, string>) => {
  try {
    parseEnv(source);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

describe("settings", () => {
  test("a database and a secret are enough", () => {
    expect(parseEnv(enough)).toMatchObject({ PORT: 3000, LOG_LEVEL: "info" });
  });

  test("a blank value counts as not set", () => {
    expect(parseEnv({ ...enough, PORT: "", OIDC_ISSUER: "" }).PORT).toBe(3000);
  });

  test.each([
    ["PORT", "eighty", "PORT must be a number."],
    ["PORT", "70000", "PORT must be at most 65535."],
    ["DATABASE_URL", "", "DATABASE_URL is not set."],
    ["DATABASE_URL", "mysql://a@b/c", "DATABASE_URL must start with postgres://"],
    ["BATON_SECRET", "short", "BATON_SECRET must have at least 32 characters."],
    ["BATON_URL", "baton.example", "BATON_URL must start with http://"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be debug"],
    ["BATON_DEMONSTRATION", "yes", "BATON_DEMONSTRATION can only be 1"],
  ])("%s=%s is refused by name", (name, value, message) => {
    expect(messageOf({ ...enough, [name]: value })).toContain(message);
  });

  test("every wrong variable is named at once, and no value is repeated", () => {
    const message = messageOf({ DATABASE_URL: "mysql://root:hunter2@db", PORT: "x" });
    expect(message.split("\n")).toHaveLength(3);
    expect(message).not.toContain("hunter2");
  });

  test("single sign-on needs all three of its settings", () => {
    const message = messageOf({ ...enough, OIDC_ISSUER: "https://id.example" });
    expect(message).toContain("OIDC_CLIENT_ID is not set, but OIDC_ISSUER is.");
    expect(message).toContain("OIDC_CLIENT_SECRET is not set");
  });
});

describe("where people reach this installation", () => {
  /** The address as a process that starts with these settings knows it. */
  async function reached(settings: Record<string, string>, asked?: string) {
    vi.resetModules();
    const none = { BATON_URL: "", PORT: "" };
    for (const [name, value] of Object.entries({ ...enough, ...none, ...settings })) {
      vi.stubEnv(name, value);
    }
    return (await import("./env")).baseUrl(asked);
  }
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("is the public address without a slash at its end, whatever host was asked", async () => {
    const settings = { BATON_URL: "https://baton.example/desk//" };
    expect(await reached(settings, "10.0.0.7:3000")).toBe("https://baton.example/desk");
  });

  test("is the host that was asked where no address is set, else this machine", async () => {
    expect(await reached({ PORT: "3100" }, "10.0.0.7:3100")).toBe("http://10.0.0.7:3100");
    expect(await reached({ PORT: "3100" })).toBe("http://localhost:3100");
  });
});
