import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseEnv } from "@/lib/platform/env";
import { environmentOf, type OpenDatabase } from "./database";
import { Explained } from "./step";

const SECRET_FILE = ".data/secret";

/** Reads `.env` where there is one; what is already set wins. */
export function readEnvFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/** Tells at once what is missing, before anything is installed, started or built. */
export function checkSettings(): void {
  const embedded = !process.env.DATABASE_URL;
  if (!embedded && !process.env.BATON_SECRET)
    throw new Explained(
      "BATON_SECRET is not set. With DATABASE_URL it is needed, and has to stay the same: " +
        "at least 32 characters, for example from `openssl rand -hex 32`.",
    );
  const standIn = embedded ? { DATABASE_URL: "postgres://baton@127.0.0.1/baton" } : {};
  parseEnv({ ...process.env, BATON_SECRET: secret(), ...standIn });
}

/** The environment of the web server on `port`. */
export function webEnvironment(database: OpenDatabase, port: number): Record<string, string> {
  const address = process.env.BATON_URL || `http://localhost:${port}`;
  return {
    ...environmentOf(database),
    ...(database.embedded ? { BATON_DEMONSTRATION: "1" } : {}),
    PORT: String(port),
    BATON_SECRET: secret(),
    // next-auth reads these two by itself.
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: secret(),
  };
}

/** Of the demonstration: made once and kept, so that a restart signs nobody out. */
function secret(): string {
  if (process.env.BATON_SECRET) return process.env.BATON_SECRET;
  if (!existsSync(SECRET_FILE)) {
    mkdirSync(".data", { recursive: true });
    writeFileSync(SECRET_FILE, randomBytes(32).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(SECRET_FILE, "utf8");
}
