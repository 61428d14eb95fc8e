// The first thing every npm script runs, on whatever Node the machine has (20 or newer), so it
// uses no dependency: it installs what is missing and goes on under the Node of package.json.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const stamp = join(modules, ".baton-installed");
const node = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const [command = "", ...options] = process.argv.slice(2);
const script = join(root, "scripts", `${command}.ts`);

process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) fail(`There is no command "${command}".`);
install();
run();

function fail(message) {
  console.error(message);
  process.exit(1);
}

function install() {
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(node) && installedIs(wanted)) return;
  const began = performance.now();
  console.error("Installing what Baton needs. This takes a minute, the first time only.");
  // npm tells where it is when it runs us; node_modules may hold a half-made installation.
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  const quietly = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  // `npm ci` wants every platform's packages in the lockfile, and a registry that mirrors only some
  // leaves gaps there. The second way takes the same versions and leaves the lockfile as it is.
  const ways = [["ci"], ["install", "--no-save"]];
  const tried = (way) =>
    spawnSync(npm[0], [...npm.slice(1), ...way, ...quietly], { encoding: "utf8" });
  let last;
  const installed = ways.some((way) => {
    last = tried(way);
    return last.status === 0;
  });
  if (!installed) {
    const reason = last.error?.message ?? last.stderr;
    fail(`${reason}\nThe installation failed. Is the npm registry in reach? Try \`npm install\`.`);
  }
  if (!existsSync(node))
    fail("Node 24 was not installed: npm may not run install scripts here (`ignore-scripts`).");
  writeFileSync(stamp, wanted);
  console.error(`✓ Installed (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}

function installedIs(wanted) {
  if (existsSync(stamp)) return readFileSync(stamp, "utf8") === wanted;
  // Installed by hand with npm itself, which leaves this file when it has finished.
  const finished = join(modules, ".package-lock.json");
  return (
    existsSync(finished) && statSync(finished).mtimeMs >= statSync("package-lock.json").mtimeMs
  );
}

function run() {
  // The channel tells the child when we are gone, however we went.
  const child = spawn(node, ["--import", "tsx", script, ...options], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  const watch = setInterval(() => {
    if (callersAreGone()) child.kill("SIGTERM");
  }, 500);
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    process.exit(code ?? (signal === "SIGINT" ? 130 : 143));
  });
}

// `kill -9` of npm tells nobody. We see it by our parent, or the shell between, changing parents.
function callersAreGone() {
  callersAreGone.before ??= callers();
  return callers() !== callersAreGone.before;
}

function callers() {
  const own = process.ppid;
  const parent = statusOf(own);
  return parent && /^(sh|dash|bash|ash|busybox)$/.test(parent.name)
    ? `${own} ${parent.parent}`
    : `${own}`;
}

function statusOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const name = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
    return { name, parent: text.slice(text.lastIndexOf(")") + 2).split(" ")[1] };
  } catch {
    return undefined;
  }
}
