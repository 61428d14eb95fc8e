import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded";
import { ensureTemplate } from "./template";

declare module "vitest" {
  interface ProvidedContext {
    /** Owner's address of the server for tests, without a database in its path. */
    testServer: { ownerUrl: string; appUrl: string; template: string };
  }
}

/** Before the first integration test: one server, and one migrated database to copy. */
export default async function cluster(project: TestProject) {
  const running = await startEmbedded({ name: "test" });
  const template = await ensureTemplate(running);
  project.provide("testServer", {
    ownerUrl: running.ownerUrl(""),
    appUrl: running.appUrl(""),
    template,
  });
  return () => running.stop();
}
