import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { APPLICATION_ROLE } from "./application-role";
import { installJobs } from "./boss";
import { connect, type Db, letsIn } from "./client";
import { writeEssentials } from "./seed/essentials";

export const MIGRATIONS_FOLDER = fileURLToPath(new URL("migrations", import.meta.url));

/** The database cannot be used as it is. The message is meant for whoever starts Baton. */
class UnusableDatabase extends Error {
  override name = "UnusableDatabase";
}

const OLDEST_VERSION = 15;
// Any number that no other program is likely to lock; it spells "baton".
const MIGRATION_LOCK = 0x62_61_74_6f_6e;
const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Brings the database up to date as its owner, and makes sure that the application can sign in
 * with `appUrl`. Safe to run twice and from several processes at once.
 * Throws `UnusableDatabase` when the server is too old, out of reach, or the role cannot be made.
 */
export async function migrate(
  ownerUrl: string,
  appUrl: string,
  migrationsFolder = MIGRATIONS_FOLDER,
): Promise<void> {
  // One connection: the lock belongs to the session that the migrations run in.
  const { db, close } = connect(ownerUrl, { max: 1, statementTimeout: 0 });
  try {
    await checkVersion(db, ownerUrl);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await ensureRole(db, APPLICATION_ROLE);
    await ensureSignIn(db, appUrl);
    await applyMigrations(db, { migrationsFolder });
    if (migrationsFolder !== MIGRATIONS_FOLDER) return;
    await db.transaction(writeEssentials);
    await installJobs(db);
  } finally {
    await close();
  }
}

async function checkVersion(db: Db, ownerUrl: string): Promise<void> {
  const { host, pathname } = new URL(ownerUrl);
  const answer = await db
    .execute(sql`select current_setting('server_version') as version`)
    .catch((error: Error) => {
      const reason = error.cause instanceof Error ? error.cause.message : error.message;
      throw new UnusableDatabase(
        `The database at ${host}${pathname} does not answer: ${reason}. Check DATABASE_URL.`,
        { cause: error },
      );
    });
  const version = String(answer[0]?.version);
  if (Number.parseInt(version, 10) < OLDEST_VERSION)
    throw new UnusableDatabase(
      `PostgreSQL ${version} at ${host} is too old: Baton needs ${OLDEST_VERSION} or newer.`,
    );
}

/** The migrations grant to this role, so it exists before them; whoever signs in is a member. */
async function ensureRole(db: Db, role: string): Promise<void> {
  const known = await db.execute(sql`select 1 from pg_roles where rolname = ${role}`);
  if (known.length === 0) await change(db, sql`format('create role %I', ${role}::text)`);
}

async function ensureSignIn(db: Db, appUrl: string): Promise<void> {
  const url = new URL(appUrl);
  const role = decodeURIComponent(url.username);
  if (await letsIn(appUrl)) return joinApplication(db, role);
  const known = await db.execute(sql`select 1 from pg_roles where rolname = ${role}`);
  if (known.length > 0 && role !== APPLICATION_ROLE)
    throw new UnusableDatabase(`The role ${role} cannot sign in with DATABASE_APP_URL. Check it.`);
  await ensureRole(db, role);
  const password = decodeURIComponent(url.password);
  const words = password ? "alter role %I login password %L" : "alter role %I login";
  await change(db, sql`format(${words}::text, ${role}::text, ${password}::text)`);
  await joinApplication(db, role);
  if (!(await letsIn(appUrl)))
    throw new UnusableDatabase(
      `The server does not let the role ${role} sign in. Allow it in pg_hba.conf, or set DATABASE_APP_URL.`,
    );
}

async function joinApplication(db: Db, role: string): Promise<void> {
  if (role === APPLICATION_ROLE) return;
  const [member] = await db.execute(
    sql`select pg_has_role(${role}, ${APPLICATION_ROLE}, 'usage') as already`,
  );
  if (!member?.already)
    await change(db, sql`format('grant %I to %I', ${APPLICATION_ROLE}::text, ${role}::text)`);
}

/** Role statements take no parameters: the server itself quotes them, and then they are run. */
async function change(db: Db, statement: ReturnType<typeof sql>): Promise<void> {
  const [made] = await db.execute(sql`select ${statement} as statement`);
  await db.execute(sql.raw(String(made?.statement))).catch((error: Error) => {
    const refused = error.cause instanceof Error && "code" in error.cause && error.cause.code;
    if (refused !== INSUFFICIENT_PRIVILEGE)
      throw new Error("A database role could not be changed.");
    throw new UnusableDatabase(
      `The owner in DATABASE_URL may not make the role ${APPLICATION_ROLE}. ` +
        "Have it made, and set DATABASE_APP_URL to an address that signs in as it.",
    );
  });
}
