import { takeFromQueue } from "./support/queue";
import { accessibilityFaults, expect, test } from "./support/test";

const LOG = { name: "Log an attempt" } as const;
const WORDS = { name: "In your words" } as const;

test("a session that ended mid-note says so, and the attempt is logged after signing in", async ({
  page,
  as,
}) => {
  await as("rep");
  await takeFromQueue(page);
  const address = page.url();
  await page.keyboard.press("l");
  const log = page.getByRole("region", LOG);
  await log.getByRole("textbox", WORDS).fill("Asked for the security pack.");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().clearCookies();
  await log.getByRole("button", { name: "Reached" }).click();
  await expect(log.getByRole("alert")).toContainText("You are signed out.");
  await expect(log.getByRole("textbox", WORDS)).toHaveValue("Asked for the security pack.");

  await as("rep");
  await page.goto(address);
  await expect(page.getByText("Logged: call, reached.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  const since = page.getByRole("region", { name: "Since the handoff" });
  await expect(since.getByText(/Asked for the security pack/)).toHaveCount(1);
  await expect(log).toHaveCount(0);
});

test("words that were typed and not logged are there after the tab was closed", async ({
  page,
  as,
}) => {
  await as("rep");
  await takeFromQueue(page);
  await page.keyboard.press("l");
  const log = page.getByRole("region", LOG);
  await log.getByRole("textbox", WORDS).fill("Wants a call on Friday.");
  await page.reload();
  await expect(log.getByText("What you had typed was put back.")).toBeVisible();
  await expect(log.getByRole("textbox", WORDS)).toHaveValue("Wants a call on Friday.");
});

test("an attempt that waits is sent whatever is opened meanwhile, and takes nothing typed along", async ({
  page,
  as,
}) => {
  await as("rep");
  await takeFromQueue(page);
  const address = page.url();
  await page.route("**/attempts*", (route) => route.abort());
  await page.keyboard.press("l");
  const log = page.getByRole("region", LOG);
  await log.getByRole("textbox", WORDS).fill("Left word.");
  await log.getByRole("button", { name: "Left a message" }).click();
  await expect(log.getByRole("alert")).toContainText("No connection.");
  await log.getByRole("textbox", WORDS).fill("Left word. Call her at four.");
  await page.keyboard.press("Escape");
  await expect(log).toHaveCount(0);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Queue" }).click();
  await page.waitForURL(/\/queue/);
  await expect(page.getByText("1 attempt not sent yet")).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText("1 attempt not sent yet")).toBeVisible();
  await page.unroute("**/attempts*");
  await expect(page.getByText("Logged: call, left a message.")).toBeVisible();
  await expect(page.getByText("1 attempt not sent yet")).toHaveCount(0);
  await page.goto(address);
  await expect(log.getByRole("textbox", WORDS)).toHaveValue("Left word. Call her at four.");
});

test("without a network the attempt is kept, and sent once when it is back", async ({
  page,
  context,
  as,
}) => {
  await as("rep");
  await takeFromQueue(page);
  await page.keyboard.press("l");
  const log = page.getByRole("region", LOG);
  await log.getByRole("textbox", WORDS).fill("Left word with her colleague.");
  await context.setOffline(true);
  await log.getByRole("button", { name: "Left a message" }).click();
  await expect(log.getByRole("alert")).toContainText("No connection.");
  await context.setOffline(false);
  await expect(page.getByText("Logged: call, left a message.")).toBeVisible();
  const since = page.getByRole("region", { name: "Since the handoff" });
  await expect(since.getByText(/Left word with her colleague/)).toHaveCount(1);

  // A break that the browser did not notice: nothing tells it either that it is over.
  await page.route("**/attempts*", (route) => route.abort());
  await page.keyboard.press("l");
  await log.getByRole("button", { name: "No answer" }).click();
  await expect(log.getByRole("alert")).toContainText("No connection.");
  await page.unroute("**/attempts*");
  await expect(page.getByText("Logged: call, no answer.")).toBeVisible();
});

test("A.4: after the first attempt one question may be answered; nothing waits for it", async ({
  page,
  as,
}) => {
  await as("rep");
  await takeFromQueue(page, { untried: true });
  await page.keyboard.press("l");
  await expect(page.getByRole("region", LOG)).toBeVisible();
  await page.keyboard.press("3");
  const question = page.getByRole("region", { name: /was it all here/ });
  await expect(question).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("2");
  await question.getByText("Company size").click();
  await question.getByRole("button", { name: "3 minutes" }).click();
  await expect(page.getByText("Thank you. It is counted.")).toBeVisible();
  await expect(question).toHaveCount(0);
});

test("A.4: the question waits on its page where the first attempt was answered elsewhere", async ({
  page,
  as,
}) => {
  await as("rep");
  await takeFromQueue(page, { untried: true });
  const address = page.url();
  await page.route("**/attempts*", (route) => route.abort());
  await page.keyboard.press("l");
  const log = page.getByRole("region", LOG);
  await log.getByRole("button", { name: "No answer" }).click();
  await expect(log.getByRole("alert")).toContainText("No connection.");
  await page.goto("/queue");
  await page.unroute("**/attempts*");
  await expect(page.getByText("Logged: call, no answer.")).toBeVisible();
  await page.goto(address);
  const question = page.getByRole("region", { name: /was it all here/ });
  await question.getByRole("button", { name: "Skip" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  await expect(question).toHaveCount(0);
});

test("words typed while a lead is being sent back are not taken for sent, and stay", async ({
  page,
  as,
}) => {
  await as("rep");
  const name = await takeFromQueue(page);
  const address = page.url();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/leads\//, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Reject this lead" });
  await dialog.getByText("No need").click();
  await dialog.getByRole("textbox", WORDS).fill("Has a system.");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await dialog.getByRole("textbox", WORDS).fill("Has a system. Ask again in May.");
  letGo();
  await expect(page.getByText(`${name} went back to marketing ops.`)).toBeVisible();
  await expect(page.getByText(/^What you typed meanwhile was not sent/)).toBeVisible();
  await page.goto(address);
  await expect(page.getByText("Has a system. Ask again in May.")).toBeVisible();
});

test("words for sending a lead back are there to copy where it was decided on meanwhile", async ({
  page,
  as,
  context,
}) => {
  await as("rep");
  await takeFromQueue(page);
  const address = page.url();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Reject this lead" });
  await dialog.getByRole("textbox", WORDS).fill("The number rings at a shop.");
  const other = await context.newPage();
  await other.goto(address);
  await other.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(other.getByText(/^Accepted\. /)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Reject" })).toHaveAttribute("aria-disabled");
  const message = page.getByText("The number rings at a shop.");
  await expect(message).toBeVisible();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe("The number rings at a shop.");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Why now" })).toBeVisible();
  await expect(message).toHaveCount(0);
});

test("accepting while signed out says so, and promises nothing that was not typed", async ({
  page,
  as,
}) => {
  await as("rep");
  await takeFromQueue(page);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  const message = page.getByText(/^You are signed out\. Sign in in another tab, then try again/);
  await expect(message.first()).toBeVisible();
  await expect(page.getByText(/Your text is still here/)).toHaveCount(0);
});

for (const { what, address, label } of [
  { what: "a rule of routing", address: "/settings/routing", label: "Rule 1" },
  { what: "the ICP", address: "/settings/icp", label: "" },
  { what: "what counts in a trail", address: "/settings/trail", label: "Pages of other products" },
]) {
  test(`${what} that was changed and not saved is there after a look at another page`, async ({
    page,
    as,
  }) => {
    await as("admin");
    await page.goto(address);
    const field = label
      ? page.getByRole("textbox", { name: label })
      : page.getByRole("main").getByRole("textbox").first();
    const before = await field.inputValue();
    await field.fill("Changed by hand");
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Standard" })
      .click();
    await page.waitForURL(/\/standard/);
    await page.goto(address);
    await expect(page.getByText("What you had changed here was put back.")).toBeVisible();
    await expect(field).toHaveValue("Changed by hand");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(field).toHaveValue(before);
    await page.reload();
    await expect(field).toHaveValue(before);
  });
}
