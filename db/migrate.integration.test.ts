import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { APPLICATION_ROLE, applicationUrl } from "./application-role";
import { connect } from "./client";
import { migrate } from "./migrate";
import { testDatabase } from "./testing/database";

let folder = "";
// Later than every real step and than those of the tests before: only later steps are applied.
let when = Date.UTC(2999, 0, 1);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "baton-migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(...steps: string[]) {
  mkdirSync(join(folder, "meta"), { recursive: true });
  const entries = steps.map((step, idx) => {
    writeFileSync(join(folder, `${idx}_step.sql`), step);
    return { idx, version: "7", when: when++, tag: `${idx}_step`, breakpoints: true };
  });
  const journal = { version: "7", dialect: "postgresql", entries };
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify(journal));
}

describe("migrating", () => {
  test("applies each step once, also when two processes start at the same time", async () => {
    const { owner, ownerUrl, appUrl } = testDatabase();
    write("create table step_log (n int)", "insert into step_log values (1)");
    await Promise.all([migrate(ownerUrl, appUrl, folder), migrate(ownerUrl, appUrl, folder)]);
    await migrate(ownerUrl, appUrl, folder);
    expect(await owner.execute(sql`select n from step_log`)).toEqual([{ n: 1 }]);
  });

  test("a step that fails leaves nothing of its run behind", async () => {
    const { owner, ownerUrl, appUrl } = testDatabase();
    write("create table half_made (n int)", "insert into no_such_table values (1)");
    await expect(migrate(ownerUrl, appUrl, folder)).rejects.toThrow();
    const [found] = await owner.execute(sql`select to_regclass('half_made') as name`);
    expect(found?.name).toBeNull();
  });

  test("the application's role may sign in, and neither owns nor rules anything", async () => {
    const { db } = testDatabase();
    const [role] = await db.execute(sql`
      select rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = current_user`);
    expect(role).toEqual({
      rolname: APPLICATION_ROLE,
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
      owned: 0,
    });
  });

  test("a role named in DATABASE_APP_URL is made and may do what the application may", async () => {
    const { owner, ownerUrl, appUrl } = testDatabase();
    const named = new URL(appUrl);
    named.username = `desk_${crypto.randomUUID().slice(0, 8)}`;
    named.password = "it's a secret";
    await migrate(ownerUrl, named.href);
    const own = connect(named.href, { max: 1 });
    const [member] = await own.db.execute(
      sql`select pg_has_role(current_user, ${APPLICATION_ROLE}, 'usage') as member`,
    );
    await own.close();
    expect(member).toEqual({ member: true });
    await owner.execute(sql`drop role ${sql.identifier(named.username)}`);
  });

  test("an owner who may make no role is told what to set", async () => {
    const { owner, ownerUrl } = testDatabase();
    const modest = `modest_${crypto.randomUUID().slice(0, 8)}`;
    await owner.execute(sql.raw(`create role ${modest} login password 'modest'`));
    const url = new URL(ownerUrl);
    url.username = modest;
    url.password = "modest";
    await expect(migrate(url.href, applicationUrl(url.href))).rejects.toThrow("DATABASE_APP_URL");
    await owner.execute(sql.raw(`drop role ${modest}`));
  });

  test("an owner without a password is told to set an address where the server asks for one", async () => {
    const { ownerUrl, appUrl } = testDatabase();
    const { port, pathname } = new URL(appUrl);
    const bare = applicationUrl(`postgres://owner@127.0.0.1:${port}${pathname}`);
    await expect(migrate(ownerUrl, bare)).rejects.toThrow("DATABASE_APP_URL");
    // What it signed in by before is left as it is.
    await migrate(ownerUrl, appUrl);
    const own = connect(appUrl, { max: 1 });
    expect(await own.db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await own.close();
  });

  test("a database that does not answer is named, without its password", async () => {
    const url = "postgres://owner:hunter2@127.0.0.1:1/nowhere";
    const told = await migrate(url, applicationUrl(url)).catch((error: Error) => error.message);
    expect(told).toMatch(
      /database at 127\.0\.0\.1:1\/nowhere does not answer.*Check DATABASE_URL/s,
    );
    expect(told).not.toContain("hunter2");
  });
});
