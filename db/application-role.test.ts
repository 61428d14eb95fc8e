import { expect, test } from "vitest";
import { applicationUrl } from "./application-role";

test("the application's address keeps the owner's server and options, under its own role", () => {
  const url = new URL(applicationUrl("postgres://owner:s%40fe@db.example:6432/b?sslmode=require"));
  expect(url.username).toBe("baton_app");
  expect(url.password).toMatch(/^[0-9a-f]{64}$/);
  expect(`${url.host}${url.pathname}${url.search}`).toBe("db.example:6432/b?sslmode=require");
});

test("another owner's password gives another application's password", () => {
  expect(applicationUrl("postgres://o:a@h/b")).not.toBe(applicationUrl("postgres://o:b@h/b"));
});

test("of an owner without a password none is made, which anybody could work out", () => {
  const url = new URL(applicationUrl("postgres://owner@db.example/b"));
  expect([url.username, url.password]).toEqual(["baton_app", ""]);
});

test("an address set by hand is used as it is", () => {
  expect(applicationUrl("postgres://o:a@h/b", "postgres://x:y@h/b")).toBe("postgres://x:y@h/b");
});
