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

  for (const id of [another.leadId, crypto.randomUUID(), "1"]) {
    const answer = await page.goto(`/leads/${id}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Nothing here for you" })).toBeVisible();
  }

  await as("manager");
  await page.goto(`/leads/${another.leadId}`);
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toHaveCount(0);
});
