import type { Browser, Page } from "@playwright/test";
import type { Role } from "@/lib/access/roles";
import { type EmptyDatabase, emptyDatabase } from "./support/empty-database";
import { API_KEY } from "./support/keys";
import { type OwnServer, startOwnServer } from "./support/own-server";
import { addPerson } from "./support/people";
import { deskOf, expect, test } from "./support/test";

const SETTINGS = [
  "",
  "/you",
  "/routing",
  "/icp",
  "/model",
  "/sla",
  "/phrases",
  "/trail",
  "/notices",
];
const PAGES = [
  ...["/ops", "/audit", "/audit/draw", "/audit/trends", "/audit/findings"],
  ...["/audit/fake-completeness", "/outcomes", "/standard", "/standard?show=draft"],
  ...["/connections", "/connections/chain", "/connections/fields", "/connections/import"],
  ...SETTINGS.map((page) => `/settings${page}`),
];

let database: EmptyDatabase;
let server: OwnServer;
test.beforeAll(async () => {
  database = await emptyDatabase();
  const first = { BATON_ADMIN_EMAIL: "first@begins.example" };
  server = await startOwnServer({ ...database.settings, ...first });
});
test.afterAll(async () => {
  await server.kill();
  await database.drop();
});

const deskHere = (browser: Browser, role: Role): Promise<Page> =>
  deskOf(browser, role, server.address);

test("a company begins with nothing: every page opens, and the first ones say what comes next", async ({
  browser,
  request,
}) => {
  const admin = await deskHere(browser, "admin");
  const said: string[] = [];
  admin.on("console", (message) => message.type() === "error" && said.push(message.text()));
  for (const page of PAGES) {
    const answer = await admin.goto(page);
    expect([page, answer?.status(), said]).toEqual([page, 200, []]);
  }

  await admin.goto("/settings");
  const steps = admin.getByRole("region", { name: "Before the first handoff" });
  await expect(steps).toContainText("0 of 5 done");
  await addPerson(admin, "rep");
  await addPerson(admin, "marketing_ops");
  await expect(steps).toContainText("1 of 5 done");
  await steps.getByRole("link", { name: "Say who gets which lead" }).click();
  await expect(admin.getByRole("heading", { name: "Reps" })).toBeVisible();

  await admin.goto("/settings");
  await admin.getByRole("button", { name: /^first@begins.example: Admin/ }).click();
  await admin.getByRole("menuitem", { name: "Rename" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Una Medd");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("button", { name: "Una Medd: Admin, change" })).toBeVisible();

  const ops = await deskHere(browser, "marketing_ops");
  await ops.goto("/ops");
  await expect(ops.getByText("No lead has arrived yet.")).toBeVisible();
  await expect(ops.getByRole("link", { name: "Import a file" })).toBeVisible();
  const headers = { authorization: `Bearer ${API_KEY}` };
  const data = { email: "ada.berg@begins.example", firstName: "Ada", lastName: "Berg" };
  const sent = await request.post(`${server.address}/api/v1/leads`, { headers, data });
  expect(sent.status()).toBe(201);
  await ops.reload();
  await expect(ops.getByRole("link", { name: "Ada Berg" })).toBeVisible();

  const rep = await deskHere(browser, "rep");
  await rep.goto("/queue");
  await expect(rep.getByText("No lead is waiting for you.")).toBeVisible();
  for (const desk of [admin, ops, rep]) await desk.context().close();
});
