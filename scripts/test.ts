import { existsSync } from "node:fs";
import { startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/embedded-server";
import { migrate } from "@/db/migrate";
import { ownStamp } from "@/db/running";
import { ensureSeeded } from "@/db/testing/seeded";
import { CLONE, cloneDatabase, dropDatabase } from "@/db/testing/template";
import { startIdentityProvider } from "@/e2e/support/identity-provider";
import { type Browser, findBrowser } from "./browser";
import { ensureBuild } from "./build";
import { stopChildren } from "./child";
import { environmentOf, seedInto } from "./database";
import { onEnding } from "./ending";
import {
  endToEnd,
  formatAndLint,
  rulesOfTheHouse,
  stage,
  type Tally,
  total,
  types,
  vitest,
} from "./stages";
import { main, step } from "./step";
import { serve } from "./web";

type Cluster = Awaited<ReturnType<typeof startEmbedded>>;

// What a developer has set for `npm start` is not for tests.
for (const name of Object.keys(process.env))
  if (/^(BATON_|OIDC_|DATABASE_|NEXTAUTH_|PORT$|LOG_LEVEL$)/.test(name)) delete process.env[name];

// `npm test -- rep-works`: only these end-to-end specs, for whoever is writing one.
const specs = process.argv.slice(2);

/** `npm test`: everything that can be known about this state of the source. */
await main(async () => {
  let stopCluster = async () => {};
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stopChildren().then(() => stopCluster());
    return stopping;
  };
  onEnding(stop);
  try {
    const browser = await step("Browser found", findBrowser);
    const before = specs.length > 0 ? [] : await withoutDatabase();
    const cluster = await step("Test database started", () => startEmbedded({ name: "test" }));
    stopCluster = cluster.stop;
    const integration = specs.length > 0 ? [] : [await vitest("Integration", "integration")];
    const played = await withServer(cluster, browser);
    const { passed, failed, failures } = total([...before, ...integration, ...played]);
    // Again at the very end: whoever reads a log of half an hour reads its last lines.
    for (const failure of failures) process.stdout.write(`✗ ${failure}\n`);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return failed === 0 ? 0 : 1;
  } finally {
    await stop();
  }
});

async function withoutDatabase(): Promise<Tally[]> {
  const quick = [await formatAndLint(), await rulesOfTheHouse(), await types()];
  return [...quick, await vitest("Unit", "unit")];
}

/** Builds, seeds and serves on a port of its own, and plays the end-to-end tests against it. */
async function withServer(cluster: Cluster, browser: Browser): Promise<Tally[]> {
  if (!existsSync("e2e")) return [];
  const database = `${CLONE}${ownStamp()}_e2e`;
  let build = "";
  const prepared = await stage("Build and demonstration company", async () => {
    const building = ensureBuild();
    building.catch(() => {});
    await cloneDatabase(cluster, await seeded(cluster), database);
    build = await building;
    return { passed: 1, failed: 0, failures: [], output: "" };
  });
  if (prepared.failed > 0) return [prepared];
  const port = await freePort();
  const env = {
    ...e2eEnvironment(cluster, database, port, browser),
    // For the spec that kills a server: one of its own.
    BATON_BUILD: build,
    ...(await singleSignOn(`http://localhost:${port}`)),
  };
  const server = await serve(port, env, build);
  const played = await endToEnd(env, specs);
  await stopChildren();
  await server.ended;
  await dropDatabase(cluster, database);
  return [prepared, played];
}

/** Settings by which the server signs people in through a provider of this process. */
async function singleSignOn(address: string) {
  const [id, secret] = ["baton", "a client secret of the tests"];
  const redirectUri = `${address}/api/auth/callback/oidc`;
  return {
    OIDC_ISSUER: await startIdentityProvider({ id, secret, redirectUri }),
    OIDC_CLIENT_ID: id,
    OIDC_CLIENT_SECRET: secret,
  };
}

function seeded(cluster: Cluster): Promise<string> {
  // Its clock is relative to today, so yesterday's is out of date.
  const today = new Date().toISOString().slice(0, 10);
  return ensureSeeded(cluster, today, async (ownerUrl, appUrl) => {
    await migrate(ownerUrl, appUrl);
    await seedInto(ownerUrl, appUrl);
  });
}

function e2eEnvironment(cluster: Cluster, database: string, port: number, browser: Browser) {
  const addresses = { ownerUrl: cluster.ownerUrl(database), appUrl: cluster.appUrl(database) };
  const secret = "a secret that is only known to the tests of this repository";
  return {
    ...environmentOf({ ...addresses, embedded: true }),
    BATON_DEMONSTRATION: "1",
    BATON_SECRET: secret,
    BATON_API_KEY: "an-api-key-for-the-end-to-end-tests",
    BATON_WRITE_KEY: "a-write-key-for-the-end-to-end-tests",
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: `http://localhost:${port}`,
    PORT: String(port),
    E2E_URL: `http://localhost:${port}`,
    PLAYWRIGHT_CHROMIUM: browser.path,
    E2E_SANDBOX: browser.sandbox ? "1" : "",
  };
}
