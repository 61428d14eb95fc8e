import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import next from "next/package.json" with { type: "json" };
import { startEmbedded } from "@/db/embedded";
import { buildEmptyPage } from "./bench/empty-page";
import { measure } from "./bench/measure";
import { keeps, type Row } from "./bench/row";
import { type Size, sizeAsked } from "./bench/size";
import { table } from "./bench/table";
import { ensureBuild } from "./build";
import { stopChildren } from "./child";
import { onEnding } from "./ending";
import { main, step } from "./step";

const WRITTEN = "bench.json";

// What a developer has set for `npm start` is not for measuring.
for (const name of Object.keys(process.env))
  if (/^(BATON_|OIDC_|DATABASE_|NEXTAUTH_|PORT$|LOG_LEVEL$)/.test(name)) delete process.env[name];

/**
 * `npm run bench`: ratios of what takes time, each beside its floor in the same run, as a table and
 * as bench.json. `-- --full` takes the size that the limits are written for.
 */
await main(async () => {
  const size = sizeAsked(process.argv.slice(2));
  let stopCluster = async () => {};
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stopChildren().then(() => stopCluster());
    return stopping;
  };
  onEnding(stop);
  try {
    const build = await ensureBuild();
    const emptyPage = await buildEmptyPage();
    const cluster = await step("Bench database started", () => startEmbedded({ name: "bench" }));
    stopCluster = cluster.stop;
    const { rows, database } = await measure({ size, cluster, build, emptyPage });
    report(size, database, rows);
    return 0;
  } finally {
    await stop();
  }
});

function report(size: Size, database: Record<string, number>, rows: readonly Row[]): void {
  const counted = Object.entries(database).map(([what, count]) => `${count} ${what}`);
  const machine = { node: process.version, next: next.version, cores: cpus().length };
  const about = `Size ${size.name}: ${counted.join(", ")}. Node ${machine.node}, Next ${machine.next}, ${machine.cores} cores.`;
  process.stdout.write(`\n${[about, "", ...table(rows)].join("\n")}\n`);
  const kept = rows.map((row) => ({ ...row, kept: keeps(row) }));
  const written = { at: new Date(), size: size.name, database, machine, rows: kept };
  writeFileSync(WRITTEN, `${JSON.stringify(written, null, 2)}\n`);
}
