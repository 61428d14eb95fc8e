import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { anApiKey } from "@/app/api/v1/testing/api";
import { lead } from "@/db/schema/lead";
import { apiKey } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { captureLeads } from "@/lib/intake/commands";
import { keyHash } from "../keys/key";
import { systemActor } from "../viewer";
import { answeredOnce } from "./answered-once";

const { db } = testDatabase();
const TESTS = systemActor("command line", "Tests");
const ANSWERING = fileURLToPath(new URL("testing/answering.ts", import.meta.url));

it("K.5 answers a request again as soon as the process is gone that was killed over it", async () => {
  const ofKey = eq(apiKey.hash, keyHash(await anApiKey()));
  const [{ id: keyId } = { id: "" }] = await db.select().from(apiKey).where(ofKey);
  const asked = { keyId, key: "killed", fingerprint: "f", sealed: false };
  const email = `${randomUUID()}@nordlys.example`;
  const now = new Date();
  const send = () =>
    answeredOnce(TESTS, asked, now, async () => {
      await captureLeads(TESTS, [{ input: { email }, source: "form", provider: "T" }], now);
      return Response.json({}, { status: 201 });
    });
  const words = ["--import", "tsx", ANSWERING, JSON.stringify({ ...asked, email })];
  const other = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(other.stdout, "data");
  expect(String(said)).toBe("under way");
  expect((await send()).status).toBe(409);
  other.kill("SIGKILL");
  await expect.poll(async () => (await send()).status, { timeout: 20_000 }).toBe(201);
  expect((await send()).headers.get("idempotency-replayed")).toBe("true");
  expect(await db.select().from(lead).where(eq(lead.email, email))).toHaveLength(1);
});
