import { defineConfig } from "drizzle-kit";

/** For `npm run db:generate -- --name hold-leads-at-the-gate`: names that a person understands. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema",
  out: "./db/migrations",
  casing: "snake_case",
  strict: true,
});
