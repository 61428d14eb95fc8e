import "next/dist/server/node-environment-baseline";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";
import { encode } from "next-auth/jwt";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Connection, close, connect } from "@/db/client";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import type { Role } from "@/lib/access/roles";
import type { Viewer } from "@/lib/access/viewer";
import { env } from "@/lib/platform/env";

// Next resolves it to nothing on the server.
vi.mock("server-only", () => ({}));
testDatabase();

type Ask = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;
type Asked = { ask: Ask; may: Role; mayNot: Role };

const GETS: Record<string, () => Promise<Asked>> = {
  "audits/[id]/csv": async () => asked((await import("./audits/[id]/csv/route")).GET, "manager"),
  "imports/[id]": async () => asked((await import("./imports/[id]/route")).GET, "marketing_ops"),
  "imports/[id]/rejects": async () =>
    asked((await import("./imports/[id]/rejects/route")).GET, "marketing_ops"),
  queue: async () => asked((await import("./queue/route")).GET, "rep"),
  "queue/find": async () => asked((await import("./queue/find/route")).GET, "rep"),
  "queue/reach": async () => asked((await import("./queue/reach/route")).GET, "rep"),
};
const POSTS: Record<string, () => Promise<Asked>> = {
  "handoffs/[id]/attempts": async () =>
    asked((await import("./handoffs/[id]/attempts/route")).POST, "rep"),
  imports: async () => asked((await import("./imports/route")).POST, "marketing_ops"),
  "ops/[id]/unsaved": async () =>
    asked((await import("./ops/[id]/unsaved/route")).POST, "marketing_ops"),
  "ops/work": async () => asked((await import("./ops/work/route")).POST, "marketing_ops"),
};
const ALL = { ...GETS, ...POSTS };

const asked = (ask: Ask, may: Role): Asked => ({
  ask,
  may,
  mayNot: may === "rep" ? "marketing_ops" : "rep",
});

const PAGE = "http://localhost";

type From = { viewer?: Viewer; origin?: string; query?: string };

/** Asks a route as a browser does for a page of `viewer`'s, or of nobody's. */
async function fromPage(path: string, { viewer, origin = PAGE, query = "" }: From) {
  const { ask } = await route(path);
  const headers = new Headers({ origin, host: "localhost" });
  if (viewer) {
    const token = { personId: viewer.id, sessionVersion: 1, exp: 4_000_000_000 };
    headers.set(
      "cookie",
      `next-auth.session-token=${await encode({ token, secret: String(env().BATON_SECRET) })}`,
    );
  }
  const method = path in POSTS ? { method: "POST", body: "{}" } : {};
  const request = new Request(`${PAGE}/api/${path}${query}`, { headers, ...method });
  const params = Promise.resolve({ id: crypto.randomUUID() });
  const unit = { type: "request", phase: "render", cookies: new RequestCookies(headers) };
  // What Next keeps of a request while a route answers it, as far as `cookies()` reads it.
  return workAsyncStorage.run({ route: path } as never, () =>
    workUnitAsyncStorage.run(unit as never, () => ask(request, { params })),
  );
}

async function route(path: string): Promise<Asked> {
  const found = await ALL[path]?.();
  if (!found) throw new Error(`No page asks ${path}.`);
  return found;
}

const shared = globalThis as typeof globalThis & { batonConnection?: Connection | undefined };

/** From here on the application's pool leads to a port where nothing listens. */
async function loseDatabase() {
  await close();
  shared.batonConnection = connect("postgres://nobody:nothing@127.0.0.1:1/none");
}

describe.each(Object.keys(ALL))("the route %s, which pages ask", (path) => {
  afterEach(close);

  it("answers 401 in words to somebody who is signed out", async () => {
    const answer = await fromPage(path, {});
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      ok: false,
      reason: expect.stringContaining("You are signed out."),
    });
  });

  it("is not there for whoever may not", async () => {
    const viewer = await aPerson((await route(path)).mayNot);
    const answer = await fromPage(path, { viewer });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ ok: false, reason: "There is nothing here." });
  });

  it("answers 503 in words while the database does not, also where it cannot tell who asks", async () => {
    const viewer = await aPerson((await route(path)).may);
    await loseDatabase();
    const answer = await fromPage(path, { viewer });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      ok: false,
      reason: "The database does not answer, so nothing is saved yet.",
    });
  });
});

it.each(Object.keys(POSTS))("takes nothing at %s that another site sent", async (path) => {
  const viewer = await aPerson((await route(path)).may);
  const answer = await fromPage(path, { viewer, origin: "https://evil.example" });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    ok: false,
    reason: "This came from another site, so nothing was saved.",
  });
});

it("lets what somebody's page sends wait for them where another is signed in by now", async () => {
  const viewer = await aPerson("admin");
  const query = `?by=${crypto.randomUUID()}`;
  const answer = await fromPage("handoffs/[id]/attempts", { viewer, query });
  expect(answer.status).toBe(401);
});
