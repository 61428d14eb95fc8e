import { describe, expect, it } from "vitest";
import { DEFAULT_MODEL } from "./default-model";
import type { Criterion } from "./model";
import { icpDifferences } from "./model-difference";

const { criteria, tiers } = DEFAULT_MODEL;
const differ = (change: (list: Criterion[]) => Criterion[], bounds = tiers) =>
  icpDifferences(DEFAULT_MODEL, { criteria: change([...criteria]), tiers: bounds }, "en-GB");
const patched = (id: string, patch: object) =>
  differ((list) => list.map((one) => (one.id === id ? ({ ...one, ...patch } as Criterion) : one)));

describe("C2.7 what differs between two versions of the ICP", () => {
  it("is nothing where nothing does", () => {
    expect(differ((list) => list)).toEqual([]);
  });

  it("names each thing with what it was and is", () => {
    expect(patched("size", { atLeast: 100, points: 20 })).toEqual([
      {
        what: "200 to 10,000 employees",
        before: "employees 200 to 10,000",
        after: "employees 100 to 10,000",
      },
      { what: "200 to 10,000 employees: points", before: "25", after: "20" },
    ]);
  });

  it("tells of a long list only what came and went", () => {
    const words = ["sap", "oracle", "dynamics", "netsuite", "infor", "salesforce", "odoo", "ifs"];
    expect(patched("systems", { words })).toEqual([
      {
        what: "An ERP or CRM we connect to: tech stack",
        before: "8 of them",
        after: "8 of them, with ifs; without hubspot",
      },
    ]);
  });

  it("tells what was added, removed, moved, and where tiers begin", () => {
    const fresh: Criterion = {
      id: "new",
      label: "Large",
      missedLabel: "Small",
      fact: "revenue",
      atLeastMillions: 500,
      points: 5,
      penalty: 0,
    };
    const list = differ((all) => [...all.slice(1), fresh], { one: 80, two: 50 });
    expect(list).toEqual([
      { what: "Tier 1 from", before: "75", after: "80" },
      { what: "Large", before: null, after: "revenue 500 million or more, 5 points" },
      {
        what: "200 to 10,000 employees",
        before: "employees 200 to 10,000, 25 points",
        after: null,
      },
    ]);
    const turned = differ((all) => all.toReversed());
    expect(turned).toEqual([
      { what: "Order of the criteria", before: "another", after: "as shown" },
    ]);
  });
});
