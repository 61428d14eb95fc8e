import type { User } from "next-auth";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { signInOptions } from "./session";

testDatabase();

const enter = (email: string | null) => {
  const user: User = { id: "of the provider", email };
  return signInOptions().callbacks?.signIn?.({ user, account: null });
};

describe("who comes back from the identity provider", () => {
  it("enters as the active person with that address", async () => {
    const { email } = await aPerson("rep");
    expect(await enter(email.toUpperCase())).toBe(true);
  });

  it("is told why not where nobody is known, or the address is not theirs for certain", async () => {
    expect(await enter("nobody@baton.example")).toBe("/sign-in?error=AccessDenied");
    expect(await enter(null)).toBe("/sign-in?error=Unverified");
  });

  it("sees nothing of a failure's own words, which name the statement and the address", async () => {
    // PostgreSQL refuses a text with a zero in it.
    expect(await enter("zero\u0000@baton.example")).toBe("/sign-in?error=Callback");
  });
});
