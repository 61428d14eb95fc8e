import { expect, it } from "vitest";
import { wrongWebhook } from "./webhook-url";

const wrong = (value: string, base: string) =>
  wrongWebhook(value, /^hooks\.example\.com$/, "https://hooks.example.com/1", () => base);

it.each(["http://127.0.0.1:5432/1", "https://localhost/1", "http://[::1]:9000/1"])(
  "leads to this machine only where Baton itself is reached here alone: %s",
  (value) => {
    expect(wrong(value, "http://localhost:3000")).toBeNull();
    expect(wrong(value, "https://baton.example.com")).not.toBeNull();
  },
);

it("is asked for by HTTP, here too", () => {
  expect(wrong("ftp://localhost/1", "http://localhost:3000")).toBe("must start with https://");
});
