import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { migrate } from "@/db/migrate";

// A process of its own: the test runner cannot load what the product is made of.
const [verb, name = "", ownerUrl = "", appUrl = ""] = process.argv.slice(2);
const { db, close } = connect(process.env.DATABASE_URL ?? "", { max: 1 });
await db.execute(sql`drop database if exists ${sql.identifier(name)} with (force)`);
if (verb === "make") {
  await db.execute(sql`create database ${sql.identifier(name)}`);
  await migrate(ownerUrl, appUrl);
}
await close();
