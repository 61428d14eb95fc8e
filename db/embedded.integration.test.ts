import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "./client";
import { type EmbeddedCluster, runningEmbedded, startEmbedded } from "./embedded";
import { stampOf } from "./running";

let folder = "";
let cluster: EmbeddedCluster | undefined;

// mktemp's folders may be entered by their maker only, so as root this also proves the move outside.
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "baton-embedded-"));
});
afterEach(async () => {
  await cluster?.stop();
  cluster = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function start() {
  cluster = await startEmbedded({ name: "test", dataFolder: folder });
  return cluster;
}

async function ask(url: string, question: string) {
  const { db, close } = connect(url, { max: 1 });
  return await db.execute(sql.raw(question)).finally(close);
}

const serverNumber = () =>
  Number.parseInt(JSON.parse(readFileSync(join(folder, "postgres-test.json"), "utf8")).server, 10);
const dataFolder = async (running: EmbeddedCluster) => {
  const [row] = await ask(running.ownerUrl("postgres"), "select current_setting('data_directory')");
  return String(row?.current_setting);
};

describe("the embedded PostgreSQL", () => {
  test("speaks to this machine only, asks for a password, sorts alike everywhere", async () => {
    const { ownerUrl } = await start();
    const [row] = await ask(
      ownerUrl("postgres"),
      `select current_setting('listen_addresses') as listens, current_setting('TimeZone') as zone,
        datlocprovider as provider, current_setting('server_version_num')::int as version
        from pg_database where datname = 'postgres'`,
    );
    expect(row).toMatchObject({ listens: "127.0.0.1", zone: "UTC", provider: "b" });
    expect(Number(row?.version)).toBeGreaterThanOrEqual(180_000);
    const stranger = new URL(ownerUrl("postgres"));
    stranger.password = "guessed";
    await expect(ask(stranger.href, "select 1")).rejects.toMatchObject({
      cause: { code: "28P01" },
    });
  });

  test("keeps its data, is gone after its last user, and comes back", async () => {
    const first = await start();
    await ask(first.ownerUrl("postgres"), "create table kept as select 7 as n");
    const server = serverNumber();
    expect(runningEmbedded("test", folder)?.ownerUrl()).toBe(first.ownerUrl());
    await first.stop();
    expect(stampOf(server)).toBeUndefined();
    expect(runningEmbedded("test", folder)).toBeUndefined();
    const second = await start();
    expect(await ask(second.ownerUrl("postgres"), "select n from kept")).toEqual([{ n: 7 }]);
  });

  test("is taken over when the process that started it was killed", async () => {
    const script = `import { startEmbedded } from "@/db/embedded";
      await startEmbedded({ name: "test", dataFolder: ${JSON.stringify(folder)} });
      process.kill(process.pid, "SIGKILL");`;
    const options = ["--import", "tsx", "--input-type=module", "--eval", script];
    const killed = spawn(process.execPath, options, { stdio: "inherit" });
    await new Promise((resolve) => killed.once("exit", resolve));
    const left = serverNumber();
    expect(stampOf(left)).toBeDefined();
    const taken = await start();
    expect(serverNumber()).toBe(left);
    await taken.stop();
    expect(stampOf(left)).toBeUndefined();
  });

  test("starts again when it was killed itself, with statements under way", async () => {
    const { ownerUrl } = await start();
    const busy = connect(ownerUrl("postgres"), { max: 1 });
    const lost = expect(busy.db.execute(sql`select pg_sleep(60)`)).rejects.toThrow();
    await ask(ownerUrl("postgres"), "create table before_the_crash as select 1 as n");
    await ask(ownerUrl("postgres"), "checkpoint");
    const server = serverNumber();
    process.kill(server, "SIGKILL");
    const again = await start();
    expect(serverNumber()).not.toBe(server);
    await ask(again.ownerUrl("postgres"), "select n from before_the_crash");
    await lost;
    await busy.close();
  });

  test("starts although its old process number now belongs to another program", async () => {
    const running = await start();
    const path = join(await dataFolder(running), "postmaster.pid");
    const note = readFileSync(path, "utf8");
    await running.stop();
    writeFileSync(path, note.replace(/^\d+/, String(process.pid)));
    const again = await start();
    expect(await ask(again.ownerUrl("postgres"), "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test("two starts at once share one server, and the one who stays keeps it", async () => {
    const other = another(`import { startEmbedded } from "@/db/embedded";
      process.once("message", async () => {
        const { stop } = await startEmbedded({ name: "test", dataFolder: ${JSON.stringify(folder)} });
        process.once("message", () => stop().then(() => process.exit(0)));
        process.send("started");
      });
      process.send("ready");`);
    await other.says();
    other.tell("start");
    const [mine] = await Promise.all([start(), other.says()]);
    other.tell("stop");
    expect(await other.ended).toBe(0);
    expect(await ask(mine.ownerUrl("postgres"), "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test("is at home for several who look for one at the same moment", async () => {
    const all = [1, 2, 3].map(() =>
      another(`import { findHome } from "@/db/embedded-home";
        process.once("message", () => {
          findHome(${JSON.stringify(folder)});
          process.disconnect();
        });
        process.send("ready");`),
    );
    await Promise.all(all.map((each) => each.says()));
    for (const each of all) each.tell("look");
    expect(await Promise.all(all.map((each) => each.ended))).toEqual([0, 0, 0]);
  });
});

/** Another process that runs `script`; waiting for its word fails when it ends without one. */
function another(script: string) {
  const options = ["--import", "tsx", "--input-type=module", "--eval", script];
  const child = spawn(process.execPath, options, { stdio: ["ignore", 1, 2, "ipc"] });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const endsSilently = ended.then((code) => {
    throw new Error(`The other process ended with ${code}.`);
  });
  endsSilently.catch(() => {});
  return {
    ended,
    says: () =>
      Promise.race([new Promise((resolve) => child.once("message", resolve)), endsSilently]),
    tell: (what: string) => child.send(what),
  };
}
