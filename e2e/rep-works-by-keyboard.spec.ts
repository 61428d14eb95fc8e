import { atWork, openFromQueue } from "./support/queue";
import { expect, test } from "./support/test";

test("Q.1, Q.2, Q.4: from the queue to the next lead without the mouse, the order holding still", async ({
  page,
  as,
}) => {
  await as("rep");
  await page.goto("/queue");
  await expect(page.getByRole("table", { name: "Your queue" })).toBeVisible();
  const names = page.locator(".row-link > span:first-child");
  const [first = "", second = ""] = await names.allTextContents();

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(first);
  const place = page.getByRole("navigation", { name: "Place in the list" });
  await expect(place).toContainText("1 of ");
  const of = /1 of (\d+)/.exec((await place.textContent()) ?? "")?.[1];

  await page.keyboard.press("l");
  const log = page.getByRole("region", { name: "Log an attempt" });
  await expect(log.getByRole("button", { name: "Reached" })).toBeFocused();
  // Put away, it leaves the focus on what its key stands for, not nowhere.
  await page.keyboard.press("Escape");
  await expect(log).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Log", exact: true })).toBeFocused();
  await page.keyboard.press("l");
  await expect(log.getByRole("button", { name: "Reached" })).toBeFocused();
  await page.keyboard.press("2");
  await expect(page.getByText("Logged: call, no answer.")).toBeVisible();
  await expect(page.getByText(/^Tried after /)).toBeVisible();
  await expect(page.getByRole("region", { name: "Since the handoff" })).toContainText(
    "Call, no answer",
  );

  await page.keyboard.press("a");
  await expect(page.getByText(/^Accepted today /)).toBeVisible();
  await page.keyboard.press("j");
  await expect(heading).toHaveText(second);
  await expect(place).toContainText(`2 of ${of}`);
  await page.keyboard.press("k");
  await expect(heading).toHaveText(first);
  await expect(place).toContainText(`1 of ${of}`);

  // What is decided on is open no more: the list is found where one goes on in it.
  await page.getByRole("link", { name: "Queue" }).last().click();
  await expect(page.locator("tr[aria-current]")).toContainText(second);

  await page.goto("/queue?list=accepted");
  await expect(page.getByRole("link", { name: first }).first()).toBeVisible();
});

test("WCAG 2.1.4: a single key does nothing in a field", async ({ page, as }) => {
  await as("rep");
  await openFromQueue(page);
  await page.getByRole("button", { name: "Log" }).click();
  const words = page.getByRole("textbox", { name: "In your words" });
  await words.pressSequentially("a call, r and j");
  await expect(words).toHaveValue("a call, r and j");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  // What was typed is there again after a slip of the Escape key.
  await page.keyboard.press("Escape");
  await expect(words).toHaveCount(0);
  await page.keyboard.press("l");
  await expect(words).toHaveValue("a call, r and j");
});

test("Q.4: the keys are where they are printed, whatever script the layout writes", async ({
  page,
  as,
}) => {
  await as("rep");
  await page.goto("/queue");
  await atWork(page);
  const desk = await page.context().newCDPSession(page);
  /** A key of a Russian layout: it writes another letter than the one on our buttons. */
  const press = async (key: string, code: string, modifiers = 0) => {
    const text = modifiers === 0 ? { text: key } : {};
    await desk.send("Input.dispatchKeyEvent", { type: "keyDown", key, code, modifiers, ...text });
    await desk.send("Input.dispatchKeyEvent", { type: "keyUp", key, code, modifiers });
  };
  await press("о", "KeyJ");
  await expect(page.locator(".row-link").first()).toBeFocused();
  await expect(page.getByRole("toolbar")).toBeVisible();
  await press("д", "KeyL");
  const log = page.getByRole("region", { name: /^Log an attempt/ });
  await expect(log).toBeVisible();
  await log.getByRole("textbox").fill("");
  await press("о", "KeyJ");
  await expect(log.getByRole("textbox")).toHaveValue("о");
  await log.getByRole("textbox").fill("");
  await page.keyboard.press("Escape");
  const control = 2;
  await press("л", "KeyK", control);
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.locator(".row-link").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/leads\//);
  await press("к", "KeyR");
  await expect(page.getByRole("dialog", { name: /^Reject/ })).toBeVisible();
});
