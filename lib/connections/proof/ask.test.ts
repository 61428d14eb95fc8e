import { afterAll, describe, expect, it } from "vitest";
import { APOLLO_KEY, startApollo } from "@/e2e/doubles/apollo";
import { CLEARBIT_FAULTS, CLEARBIT_KEY, startClearbit } from "@/e2e/doubles/clearbit";
import { KICKBOX_KEYS, startKickbox } from "@/e2e/doubles/kickbox";
import { NEVERBOUNCE_KEYS, startNeverbounce } from "@/e2e/doubles/neverbounce";
import { startZerobounce, ZEROBOUNCE_KEYS } from "@/e2e/doubles/zerobounce";
import { startZoominfo, ZOOMINFO_ACCOUNT } from "@/e2e/doubles/zoominfo";
import { SYSTEMS, systemOf } from "@/lib/enrichment/systems";
import { askTest } from "./ask";
import { testVerdict } from "./verdict";

const doubles = {
  clearbit: { double: await startClearbit(), settings: {}, secrets: { apiKey: CLEARBIT_KEY } },
  apollo: { double: await startApollo(), settings: {}, secrets: { apiKey: APOLLO_KEY } },
  zoominfo: {
    double: await startZoominfo(),
    settings: { username: ZOOMINFO_ACCOUNT.username },
    secrets: { password: ZOOMINFO_ACCOUNT.password },
  },
  zerobounce: {
    double: await startZerobounce(),
    settings: {},
    secrets: { apiKey: ZEROBOUNCE_KEYS.good },
  },
  neverbounce: {
    double: await startNeverbounce(),
    settings: {},
    secrets: { apiKey: NEVERBOUNCE_KEYS.good },
  },
  kickbox: { double: await startKickbox(), settings: {}, secrets: { apiKey: KICKBOX_KEYS.good } },
};
const names = Object.keys(doubles) as (keyof typeof doubles)[];

afterAll(() => Promise.all(names.map((name) => doubles[name].double.close())));

async function verdictOf(name: keyof typeof doubles, secrets?: { [key: string]: string }) {
  const { double, settings, ...given } = doubles[name];
  const provider = systemOf(name)?.connect({
    settings: { ...settings, address: double.address },
    secrets: secrets ?? given.secrets,
  });
  if (!provider) throw new Error(`${name} is no system.`);
  return testVerdict(await askTest(provider));
}

describe("K.5 the test of a connection", () => {
  it("is proven with every system that can be connected", () => {
    expect(names.toSorted()).toEqual(SYSTEMS.map(({ id }) => id).toSorted());
  });

  it.each(names)("really asks %s, and believes the key that is accepted", async (name) => {
    const { asked } = doubles[name].double;
    const before = asked.length;
    expect(await verdictOf(name)).toMatchObject({ works: true });
    expect(asked.length).toBeGreaterThan(before);
  });

  it.each(names)("says that %s does not accept a key", async (name) => {
    const verdict = await verdictOf(name, { apiKey: "a-wrong-key", password: "a-wrong-one" });
    expect(verdict).toMatchObject({ works: false, cause: "unauthorised" });
    expect(verdict.words).not.toContain("a-wrong");
  });

  it("says that an account has no credits left", async () => {
    const { double } = doubles.clearbit;
    double.fail(CLEARBIT_FAULTS["used-up credits"]);
    expect(await verdictOf("clearbit")).toMatchObject({ works: false, cause: "out_of_credits" });
    double.fail(null);
  });

  it("waits no longer than its limit", async () => {
    const silent = {
      lookup: "email",
      costCents: 0,
      fills: {},
      timeLimitMs: 30,
      cacheDays: 0,
    } as const;
    const ask = () => new Promise<never>(() => {});
    const answer = await askTest({ id: "x", label: "X", lookups: [{ ...silent, ask }] });
    expect(testVerdict(answer)).toMatchObject({ works: false, cause: "time_limit" });
  });
});
