import { sql } from "drizzle-orm";
import type { User } from "next-auth";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { signInOptions } from "./session";

const { owner } = testDatabase();

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
    await owner.execute(sql`alter table person rename to person_gone`);
    const answer = enter("anybody@baton.example");
    await expect(answer).resolves.toBe("/sign-in?error=Callback");
    await owner.execute(sql`alter table person_gone rename to person`);
  });

  it("is nobody else where their address has a sign that the database takes none of", async () => {
    const { email } = await aPerson("rep");
    expect(await enter(`\u0000${email}`)).toBe("/sign-in?error=AccessDenied");
  });
});
