import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { isRunning } from "@/db/running";
import { Explained, say } from "./step";
import { recordOf } from "./web-record";

const PATIENCE_MS = 4000;

/**
 * The port to listen on. One that somebody chose is used or refused; otherwise the next free one.
 * A server of this folder whose starter was killed is ended, whoever asks.
 */
export async function choosePort(wanted: number, chosen: boolean): Promise<number> {
  await endLeftover(wanted);
  if (await isFree(wanted)) return wanted;
  if (chosen) throw new Explained(occupied(wanted));
  for (let port = wanted + 1; port < wanted + 100; port++) {
    if (!(await isFree(port))) continue;
    say(`· Port ${wanted} is in use, so Baton takes ${port}. Set PORT to choose another`);
    return port;
  }
  throw new Explained(occupied(wanted));
}

function occupied(port: number): string {
  const own = recordOf(port);
  const who = own ? "Baton already runs from this folder there" : "another program listens there";
  return `PORT ${port} is in use: ${who}. Stop it, or set PORT to another number.`;
}

// What was killed takes a moment to notice: npm's end is seen by us, and ours by the web server.
async function endLeftover(port: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let asked = false; performance.now() < deadline; await wait(100)) {
    const left = recordOf(port);
    if (!left || (await isFree(port))) return;
    if (isRunning(left.launcher)) continue;
    process.kill(Number.parseInt(left.server, 10), asked ? "SIGKILL" : "SIGTERM");
    if (!asked) await wait(1000);
    asked = true;
  }
}

/** Whether nobody listens on this port, at any of this machine's addresses. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
