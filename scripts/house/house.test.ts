import { describe, expect, test } from "vitest";
import { needlessExports } from "./exports";
import { belowFloor } from "./floors";
import { ARROWS, importsOf, wrongImports } from "./imports";
import { misplaced, PLACES } from "./places";
import { oversized } from "./sizes";

/** One file that each row of the table of imports must catch, in the table's order. */
const AGAINST_AN_ARROW = [
  ["components/queue/row.tsx", 'import { href } from "@/app/queue/address";'],
  ["components/queue/row.tsx", 'import type { Db } from "@/db/client";'],
  ["components/queue/row.tsx", 'import { rows } from "@/lib/queue/queries";'],
  ["components/ui/button.tsx", 'import { Card } from "../queue/card";'],
  ["lib/queue/urgency.ts", 'import { Row } from "@/components/queue/row";'],
  ["app/queue/page.tsx", 'import { db } from "@/db/client";'],
  ["db/schema/lead.ts", 'import { leads } from "@/lib/intake/queries";'],
  ["db/client.ts", 'import { verdict } from "@/lib/gate/verdict";'],
  ["lib/standard/standard.ts", 'import { verdict } from "@/lib/gate/verdict";'],
  ["lib/platform/log.ts", 'import { verdict } from "@/lib/gate/verdict";'],
  ["lib/sla/response-window.ts", 'import { urgency } from "@/lib/queue/urgency";'],
] as const;

/** One file that each row of the table of places must catch, in the table's order. */
const OUT_OF_PLACE = [
  ["lib/gate/verdict.ts", "const url = process.env.DATABASE_URL;"],
  ["lib/gate/verdict.ts", 'import { eq } from "drizzle-orm";'],
  ["lib/gate/verdict.ts", 'import { lead } from "@/db/schema/lead";'],
  ["db/seed/fill.ts", 'import postgres from "postgres";'],
  ["lib/gate/verdict.ts", "const lead = given as any;"],
  ["lib/gate/verdict.ts", `// @ts-${"ignore"}`],
] as const;

const stays = (problems: { path: string }[], path: string) =>
  problems.filter((problem) => problem.path === path);

describe("imports", () => {
  test("every arrow has an example that fails", () => {
    expect(AGAINST_AN_ARROW).toHaveLength(ARROWS.length);
    for (const [index, [path, text]] of AGAINST_AN_ARROW.entries()) {
      const arrow = ARROWS.slice(index, index + 1);
      expect(wrongImports([{ path, text }], arrow), `${path}: ${text}`).toHaveLength(1);
    }
  });

  test("the right way is let through", () => {
    const page =
      'import { rows } from "@/lib/queue/queries"; import { Row } from "@/components/row";';
    const rule = 'import type { Actor } from "@/lib/access/viewer"; import { now } from "./clock";';
    expect(wrongImports([{ path: "app/queue/page.tsx", text: page }])).toEqual([]);
    expect(wrongImports([{ path: "lib/platform/history.ts", text: rule }])).toEqual([]);
  });

  test("all ways to import are seen", () => {
    const text = `import a from "./a"; import { type B, type C } from "@/lib/b";
      import type { D } from "d"; export { e } from "../e"; import "./f.css"; await import("@/g");
      import {
        h,
      } from "./h.ts";`;
    expect(importsOf({ path: "lib/x/y.ts", text })).toMatchObject([
      { target: "lib/x/a", typesOnly: false },
      { target: "lib/b", typesOnly: true },
      { target: "d", typesOnly: true },
      { target: "lib/e", typesOnly: false },
      { target: "lib/x/f.css", typesOnly: false },
      { target: "g", typesOnly: false },
      { target: "lib/x/h", typesOnly: false },
    ]);
  });
});

describe("places", () => {
  test("every place has an example that fails", () => {
    expect(OUT_OF_PLACE).toHaveLength(PLACES.length);
    for (const [index, [path, text]] of OUT_OF_PLACE.entries()) {
      const found = misplaced([{ path, text }], PLACES.slice(index, index + 1));
      expect(stays(found, path), `${path}: ${text}`).toHaveLength(1);
    }
  });

  test.each([
    "lib/utils/dates.ts",
    "lib/gate/types.ts",
    "components/hooks/use-it.ts",
    "app/api/v1/hooks/utils.ts",
    "lib/gate/index.ts",
  ])("%s is refused for its name", (path) =>
    expect(stays(misplaced([{ path, text: "" }]), path)).toHaveLength(1),
  );

  test("an address of the API is called as those who ask for it call it", () => {
    const path = "app/api/v1/hooks/route.ts";
    expect(stays(misplaced([{ path, text: "" }]), path)).toEqual([]);
  });

  test("a comment may say what code may not", () => {
    const text = "// any lead, as any rep knows\n/* process.env: any */ const type: Kind = kind;";
    expect(
      stays(misplaced([{ path: "lib/gate/verdict.ts", text }]), "lib/gate/verdict.ts"),
    ).toEqual([]);
  });

  test("an allowance for a file that is gone is told", () => {
    const told = misplaced([]).map(({ path }) => path);
    expect(told).toContain("^db\\/client\\.ts$");
  });
});

describe("sizes", () => {
  const file = (lines: number, path = "lib/a.ts") => ({ path, text: "x\n".repeat(lines) });

  test("a file of more than 300 lines is refused, a table's definition is not", () => {
    expect(oversized([file(301), file(1), file(1)]).map(({ path }) => path)).toEqual(["lib/a.ts"]);
    expect(oversized([file(301, "db/schema/lead.ts"), file(1)])).toEqual([]);
  });

  test("half of the files stay under 60 lines and nine in ten under 180", () => {
    expect(oversized([file(70), file(70), file(1)])).toHaveLength(1);
    const many = [...Array.from({ length: 8 }, () => file(5)), file(200), file(200)];
    expect(oversized(many)).toHaveLength(1);
  });
});

describe("floors", () => {
  const locked = (version: string) => ({ packages: { "node_modules/next-auth": { version } } });

  test("a package older than its floor is refused, a newer one is not", () => {
    expect(belowFloor(locked("4.24.9"))[0]?.what).toContain("older than 4.24.15");
    expect(belowFloor(locked("4.24.15"))).toEqual([]);
    expect(belowFloor(locked("4.25.0"))).toEqual([]);
  });

  test("a floor for a package that is not installed is told", () => {
    expect(belowFloor({ packages: {} })).toHaveLength(1);
  });
});

describe("exports", () => {
  const rule = { path: "lib/sla/window.ts", text: "export const windowOf = () => 5;" };

  test("a value that only its own file uses is caught", () => {
    expect(needlessExports([rule])).toEqual([
      { path: "lib/sla/window.ts", what: "exports windowOf, which no other file imports" },
    ]);
  });

  test("so is a type", () => {
    const shape = { path: "lib/sla/window.ts", text: "export type Window = { minutes: number };" };
    expect(needlessExports([shape])).toEqual([
      { path: "lib/sla/window.ts", what: "exports Window, which no other file imports" },
    ]);
  });

  test("is found where another file only has something of the same name", () => {
    const other = {
      path: "lib/queue/left.ts",
      text: 'import { windowOf } from "./window";\nconst windowOf = 1;',
    };
    expect(stays(needlessExports([rule, other]), rule.path)).toHaveLength(1);
  });

  test("what another file or Next asks for is let through", () => {
    const user = { path: "lib/queue/left.ts", text: 'import { windowOf } from "../sla/window";' };
    const page = { path: "app/queue/page.tsx", text: "export const metadata = {};" };
    expect(needlessExports([rule, user, page])).toEqual([]);
    const all = { path: "lib/queue/left.ts", text: 'import * as sla from "../sla/window";' };
    expect(needlessExports([rule, all])).toEqual([]);
  });
});
