import { sql } from "drizzle-orm";
import type { User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { viewerOf } from "../queries";
import { signInOptions } from "./session";
import type { SessionToken } from "./session-token";

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

describe("whoever signs out", () => {
  const { callbacks, events } = signInOptions();
  /** What next-auth writes into the cookie at the way in, and anew each time it is asked for. */
  const written = async (token: JWT, user?: User): Promise<JWT & SessionToken> => ({
    ...(await callbacks?.jwt?.({ token, account: null, ...(user && { user }) } as never)),
    jti: crypto.randomUUID(),
  });
  const signedIn = (email: string) => written({}, { id: "of the provider", email });
  const viewer = ({ personId = "", sessionVersion = 0, sessionId }: SessionToken) =>
    viewerOf(personId, sessionVersion, sessionId);
  const signOut = (token: JWT) => events?.signOut?.({ token, session: null as never });

  it("ends that session, also in a copy of its cookie, and no other of theirs", async () => {
    const { email } = await aPerson("rep");
    const [laptop, phone] = [await signedIn(email), await signedIn(email)];
    const [copy, renewed] = [{ ...laptop }, await written(laptop)];
    expect(await viewer(renewed)).toMatchObject({ email });
    await signOut(laptop);
    expect(await viewer(copy)).toBeNull();
    expect(await viewer(renewed)).toBeNull();
    expect(await viewer(phone)).toMatchObject({ email });
    expect(await viewer(await signedIn(email))).toMatchObject({ email });
  });

  it("ends it for good: it is not renewed, and its end may be told twice", async () => {
    const { email } = await aPerson("rep");
    const session = await signedIn(email);
    await signOut(session);
    await signOut(session);
    expect(await written(session)).not.toHaveProperty("personId");
  });
});
