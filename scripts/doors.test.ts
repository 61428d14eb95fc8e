import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OPEN_DOORS, unguarded, VIEWERLESS } from "./doors";

const files = globSync("{app,components,lib}/**/*.{ts,tsx}").filter(
  (path) => !/\.test\.tsx?$/.test(path),
);

describe("every read and write goes through the access layer with a viewer", () => {
  it("holds for every page, route, action, query and command", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((path) => unguarded(path, readFileSync(path, "utf8")))).toEqual([]);
  });

  it("names no open door that does not exist", () => {
    const known = new Set(files);
    expect(Object.keys(OPEN_DOORS).filter((path) => !known.has(path))).toEqual([]);
    const named = Object.keys(VIEWERLESS).filter((entry) => {
      const [path = "", name = ""] = entry.split(" ");
      return !known.has(path) || !readFileSync(path, "utf8").includes(`function ${name}(`);
    });
    expect(named).toEqual([]);
  });

  it.each([
    ["app/(desk)/x/page.tsx", "export default async function Page() { return null; }"],
    ["app/api/v1/x/route.ts", "export async function GET() { return Response.json({}); }"],
    [
      "app/api/x/route.ts",
      "export async function GET() { return new Response(liveStream(await standingSession())); }",
    ],
    ["lib/x/actions.ts", 'export async function save(data: FormData) { "use server"; }'],
    ["lib/x/actions.ts", "export const save = async (data: FormData) => {};"],
    [
      "app/(desk)/x/parts.tsx",
      '"use server";\nexport async function read(id: string) { return view(id); }',
    ],
    ["lib/x/queries.ts", "export async function leads(from: Date) {}"],
    ["lib/x/commands.ts", "export async function remove<T>(id: string): Promise<T> {}"],
  ])("finds what %s forgets", (path, source) => {
    expect(unguarded(path, source)).toHaveLength(1);
  });
});
