/** Begins to answer the request in its argument, says so, and goes on until it is killed. */
import { captureLeads } from "@/lib/intake/commands";
import { systemActor } from "../../viewer";
import { answeredOnce } from "../answered-once";

const { email, ...asked } = JSON.parse(process.argv[2] ?? "");
const actor = systemActor("command line", "Tests");
const now = new Date();

await answeredOnce(actor, asked, now, async () => {
  await captureLeads(actor, [{ input: { email }, source: "form", provider: "T" }], now);
  process.stdout.write("under way");
  return new Promise(() => setInterval(() => {}, 60_000));
});
