import { API_KEY } from "./support/keys";
import { expect, test } from "./support/test";

const headers = { authorization: `Bearer ${API_KEY}` };

test("a rep finds another rep's lead no more than one that does not exist", async ({
  page,
  as,
  request,
}) => {
  await as("rep");
  await page.goto("/queue");
  const own = await page.getByRole("banner").getByRole("paragraph").first().textContent();
  const { data } = await (await request.get("/api/v1/handoffs?limit=100", { headers })).json();
  const another = data.find(({ owner }: { owner: { name: string } }) => !own?.includes(owner.name));

  const seen: string[] = [];
  for (const id of [another.leadId, crypto.randomUUID(), "1"]) {
    const answer = await page.goto(`/leads/${id}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Nothing here for you" })).toBeVisible();
    seen.push(`${await page.title()} ${await page.getByRole("main").textContent()}`);
  }
  expect(new Set(seen).size).toBe(1);
  const sent = (id: string) => page.request.get(`/leads/${id}`).then((answer) => answer.text());
  const lengths = await Promise.all([another.leadId, crypto.randomUUID()].map(sent));
  expect(lengths.join("")).not.toContain(another.fields?.["C1.1"]?.value ?? another.owner.name);
  // A route of its own tells no more: another rep's handoff is like none.
  for (const id of [another.id, crypto.randomUUID()]) {
    const data = { kind: "call", result: "reached" };
    const headers = { origin: new URL(page.url()).origin };
    const answer = await page.request.post(`/api/handoffs/${id}/attempts`, { data, headers });
    expect([answer.status(), await answer.json()]).toEqual([
      404,
      { ok: false, reason: "There is no such handoff." },
    ]);
  }

  // Nor does the tab name what one may not open; the next page names itself.
  await page.goto("/audit/findings");
  await expect(page.getByRole("heading", { name: "Nothing here for you" })).toBeVisible();
  await expect(page).toHaveTitle("Not found · Baton");
  await page.getByRole("link", { name: "Go to your start page" }).click();
  await expect(page).toHaveTitle(/Queue · Baton$/);

  await as("manager");
  await page.goto(`/leads/${another.leadId}`);
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toHaveCount(0);
});
