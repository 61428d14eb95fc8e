import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { type Connection, close, connect } from "@/db/client";
import { testDatabase } from "@/db/testing/database";
import { anApiKey, send } from "../v1/testing/api";
import { GET } from "./route";

const { db, owner } = testDatabase();
const shared = globalThis as typeof globalThis & { batonConnection?: Connection | undefined };

/** From here on the application's pool leads to a port where nothing listens. */
async function loseDatabase() {
  await close();
  shared.batonConnection = connect("postgres://nobody:nothing@127.0.0.1:1/none");
}

describe("GET /api/health", () => {
  afterEach(close);

  it("answers 200 and ok when the database answers and is migrated", async () => {
    const response = await GET();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok" });
  });

  it("answers 503 and names the database where that is out of reach", async () => {
    await loseDatabase();
    const response = await GET();
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "failing", failing: "database" });
  });

  it("answers 503 within its two seconds while the database only keeps it waiting", async () => {
    await db.execute(sql`select 1`);
    const waiting = await owner.transaction(async (tx) => {
      await tx.execute(sql`lock table field_definition`);
      return GET();
    });
    expect(waiting.status).toBe(503);
    expect((await waiting.json()).failing).toBe("database");
  });

  it("answers 503 and names the migrations where the database is older than the code", async () => {
    await owner.execute(sql`alter table field_definition rename to elsewhere`);
    expect(await (await GET()).json()).toEqual({ status: "failing", failing: "migrations" });
    await owner.execute(sql`alter table elsewhere rename to field_definition`);
    expect((await GET()).status).toBe(200);
  });

  it("K.5 makes the public API answer 503 with words and when to come back", async () => {
    const key = await anApiKey();
    await loseDatabase();
    const response = await send("GET", "/leads", { key });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.text()).not.toMatch(/ECONNREFUSED|at .*\.ts|select/);
  });
});
