import { beforeAll, describe, expect, it } from "vitest";
import { handedOff } from "@/db/factories/handoffs";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import type { Viewer } from "@/lib/access/viewer";
import { queueCounts, queueRows } from "../queries";
import { COUNTED_PLACES } from "../row";
import { parseView } from "../view";
import { queuePlace } from "./queries";

testDatabase();
const routed = new Date("2026-06-01T10:00:00Z");
const now = new Date("2026-06-03T10:00:00Z");
const LEADS = COUNTED_PLACES + 5;

describe("Q.1 a place in a list longer than anybody counts", () => {
  let rep: Viewer;
  let ids: string[];

  beforeAll(async () => {
    rep = await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
    await handedOff(await aPerson("marketing_ops"), LEADS, routed);
    const rows = await queueRows(rep, parseView({}, now), now, { limit: LEADS });
    ids = rows.map(({ leadId }) => leadId);
  }, 120_000);

  const placeOf = (at: number) => queuePlace(rep, parseView({}, now), ids[at - 1] ?? "", now);
  const neighbours = (at: number) => ({ previous: ids[at - 2] ?? null, next: ids[at] ?? null });

  it("is exact as far as places are counted", async () => {
    expect(ids).toHaveLength(LEADS);
    for (const at of [1, 2, COUNTED_PLACES])
      expect(await placeOf(at)).toMatchObject({ at, ...neighbours(at) });
  });

  it("is no more than beyond it, and leads on to its neighbours all the same", async () => {
    for (const at of [COUNTED_PLACES + 1, COUNTED_PLACES + 3, LEADS]) {
      const place = await placeOf(at);
      expect(place).toMatchObject(neighbours(at));
      expect(place?.at).toBeGreaterThan(COUNTED_PLACES);
    }
  });

  it("says that there are more without counting them; the queue itself says how many", async () => {
    expect((await placeOf(7))?.of).toBe(COUNTED_PLACES + 1);
    expect((await queueCounts(rep, parseView({}, now), now)).open).toBe(LEADS);
  });
});
