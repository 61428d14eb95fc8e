import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { DEFAULT_SLA, slaSettings } from "../settings";
import { changeSla } from "./commands";
import { slaAt, slaChanges } from "./queries";

testDatabase();
const settings = { ...DEFAULT_SLA, minutes: 10 };
const reason = "Enterprise asks for more";

describe("Q.2 the versions of the SLA", () => {
  it("begins with five minutes, and with a ladder for what is routed since it came", async () => {
    const first = await slaAt(new Date("2001-01-01T00:00:00Z"));
    expect(first.settings).toEqual({ ...DEFAULT_SLA, ladder: [] });
    const second = await slaAt(new Date());
    expect(second).toMatchObject({ version: 2, settings: DEFAULT_SLA });
    expect(slaSettings.safeParse(second.settings).success).toBe(true);
  });

  it("is changed by one of two at a time, and counts from then on", async () => {
    const admin = await aPerson("admin");
    const now = new Date();
    const change = () => changeSla(admin, { basedOn: 2, settings, reason }, now);
    const outcomes = await Promise.all([change(), change()]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await slaAt(now)).settings.minutes).toBe(10);
    expect((await slaAt(new Date(now.getTime() - 1))).settings.minutes).toBe(5);
    expect((await slaChanges(admin))[0]).toMatchObject({ version: 3, by: admin.name, reason });
  });

  it("makes no version that says the same", async () => {
    const admin = await aPerson("admin");
    const { version: basedOn, settings: same } = await slaAt(new Date());
    expect(await changeSla(admin, { basedOn, settings: same, reason }, new Date())).toEqual({
      ok: false,
      reason: "Nothing has changed.",
    });
    expect((await slaAt(new Date())).version).toBe(basedOn);
  });

  it("is changed by admins alone, and not read by reps", async () => {
    const manager = await aPerson("manager");
    await expect(changeSla(manager, { basedOn: 3, settings, reason }, new Date())).rejects.toThrow(
      NotAllowed,
    );
    expect(await slaChanges(manager)).toHaveLength(3);
    await expect(slaChanges(await aPerson("rep"))).rejects.toThrow(NotAllowed);
  });
});
