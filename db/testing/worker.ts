import { afterAll, beforeAll } from "vitest";
import { closeTestDatabase, DATABASE_NAME, testServer } from "./database";
import { cloneDatabase, dropDatabase } from "./template";

// Each test file has a database of its own, so files can run side by side and never wipe a table.
const server = testServer();

process.env.DATABASE_URL = server.ownerUrl(DATABASE_NAME);
process.env.DATABASE_APP_URL = server.appUrl(DATABASE_NAME);
process.env.BATON_SECRET = "a secret that is only known to the tests of this repository";
process.env.BATON_DIRECTORY = "db/seed/company-directory.json";
process.env.LOG_LEVEL = "silent";

beforeAll(() => cloneDatabase(server, server.template, DATABASE_NAME));

afterAll(async () => {
  await closeTestDatabase();
  await dropDatabase(server, DATABASE_NAME);
});
