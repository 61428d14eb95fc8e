import { leadAddress, opsAddress, queueAddress } from "@/lib/platform/address";
import type { BenchDatabase } from "./databases";
import { busiestRep, openLeads, someone } from "./queries";
import type { Row } from "./row";
import { cookieOf } from "./session";
import type { Size } from "./size";
import type { Target } from "./target";

/** The measured pages of a server, each as the person who works with it. */
export async function pagesOf(origin: string, { ownerUrl }: BenchDatabase) {
  const rep = await busiestRep(ownerUrl);
  const ops = await someone(ownerUrl, "marketing_ops");
  const leads = await openLeads(ownerUrl, rep.personId);
  const cookie = await cookieOf(rep);
  const ofLead = { name: "handoff page", origin, cookie, holds: "data-sheet" };
  return {
    queue: { name: "queue", origin, cookie, paths: [queueAddress()], holds: "/leads/" },
    lead: { ...ofLead, paths: leads.map((id) => leadAddress(id)) },
    board: {
      name: "board",
      origin,
      cookie: await cookieOf(ops),
      paths: [opsAddress()],
      holds: "/ops/",
    },
  } satisfies Record<string, Target>;
}

type Measured = Record<"empty" | "queue" | "queueBefore" | "lead" | "leadBefore", number>;

const rate = (perSecond: number) => perSecond.toFixed(perSecond < 100 ? 1 : 0);
const rates = (one: number, other: number) => `${rate(one)} of ${rate(other)} requests a second`;

/** Requests a second over the empty page's, and over the same page's with fewer handoffs. */
export function pageRows(measured: Measured, { pages, large }: Size): Row[] {
  const { empty, queue, queueBefore, lead, leadBefore } = measured;
  const overEmpty = (what: string, one: number, of: number): Row => ({
    what: `${what}, requests a second over an empty page's`,
    ratio: one / empty,
    limit: { way: "at least", of },
    measured: rates(one, empty),
  });
  const grown = (what: string, before: number, after: number): Row => ({
    what: `${what}, time with ${large} handoffs over ${pages}`,
    ratio: before / after,
    limit: { way: "at most", of: 1.2 },
    measured: `${rate(after)} and ${rate(before)} requests a second`,
  });
  return [
    overEmpty("/queue", queue, 0.4),
    overEmpty("/leads/[id]", lead, 0.5),
    grown("/queue", queueBefore, queue),
    grown("/leads/[id]", leadBefore, lead),
  ];
}
