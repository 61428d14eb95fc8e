import { randomUUID } from "node:crypto";
import { close } from "@/db/client";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { announce, hear } from "@/db/hearing";
import { personByEmail, viewerOf } from "@/lib/access/queries";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { decideRouting } from "@/lib/api/routing/decision";
import type { Reader } from "./queries";

/** What is asked: a bare notice, or a lead that is handed off to `owner` (an email address). */
export type Ask =
  | { what: "rep" }
  | { what: "prepare"; ops: string }
  | { what: "notice" }
  | { what: "route"; leadId: string; owner: string };
/** Of a notice: milliseconds of its round trip. Of a routing: when it was committed, epoch ms. */
export type Told = { rep?: Reader; leadId?: string; tookMs?: number; committedAt?: number };

const ELSEWHERE = systemActor("connection", "Bench");
const epoch = () => performance.timeOrigin + performance.now();

// A process of its own, on the same database as the server whose page is watched.
process.on("message", (ask: Ask) => {
  told(ask).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.once("disconnect", () => void close());

async function told(ask: Ask): Promise<Told> {
  if (ask.what === "rep") return { rep: await aRep() };
  if (ask.what === "notice") return { tookMs: await notice() };
  if (ask.what === "prepare") return { leadId: await prepared(await viewer(ask.ops)) };
  const { leadId, owner } = ask;
  const now = new Date();
  const decision = { owner, reason: `Bench ${randomUUID()}`, decidedAt: now };
  const decided = await decideRouting(ELSEWHERE, leadId, decision, now);
  const committedAt = epoch();
  if (decided.result !== "routed") throw new Error(`Not routed: ${JSON.stringify(decided)}`);
  return { committedAt };
}

/** Somebody whose few leads are all on the screen. */
async function aRep(): Promise<Reader> {
  const email = `${randomUUID()}@baton.example`;
  const { id: personId } = await aPerson("rep", { email, name: "Rep of the bench" });
  return { personId, email, sessionVersion: 1, open: 0 };
}

async function viewer(email: string): Promise<Viewer> {
  const found = await personByEmail(email);
  const ops = found && (await viewerOf(found.id, found.sessionVersion));
  if (!ops) throw new Error(`Nobody is ${email}.`);
  return ops;
}

/** A lead that waits for nothing but its routing. */
async function prepared(ops: Viewer): Promise<string> {
  const now = new Date();
  const leadId = await aLead(now);
  await document(ops, leadId, now);
  return leadId;
}

/** From one connection's `pg_notify` to another's hearing it, with nothing else between. */
async function notice(): Promise<number> {
  const subject = randomUUID();
  const hearing = Promise.withResolvers<void>();
  const leave = hear("queue_change", subject, hearing.resolve);
  const began = performance.now();
  await announce("queue_change", subject);
  await hearing.promise;
  leave();
  return performance.now() - began;
}
