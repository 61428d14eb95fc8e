import type { importRun } from "@/db/schema/import";

export type ImportRun = typeof importRun.$inferSelect;
/** A run as pages show it, with who started it; null where the command line did. */
export type ImportView = ImportRun & { startedBy: string | null };
