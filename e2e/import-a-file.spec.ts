import { accessibilityFaults, expect, test } from "./support/test";

const tag = () => crypto.randomUUID().slice(0, 8);

const aFile = (name: string, lines: readonly string[], encoding: BufferEncoding = "utf8") => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`${encoding === "utf16le" ? "\ufeff" : ""}${lines.join("\r\n")}`, encoding),
});

test.describe("K.1: marketing ops imports a file", () => {
  test.beforeEach(async ({ as, page }) => {
    await as("marketing_ops");
    await page.goto("/connections");
    await page.getByRole("link", { name: "Import a file" }).first().click();
    await expect(page.getByRole("heading", { name: "Import a file" })).toBeVisible();
  });

  test("guesses the columns, survives a reload, and hands the refused rows back to mend", async ({
    page,
  }) => {
    const company = `${tag()}.example`;
    const rows = Array.from({ length: 600 }, (_, n) => `p${n}@${company};Ada;Byron;red`);
    rows[4] = "no address here;Ada;Byron;red";
    const file = aFile("people.csv", ["E-Mail;Vorname;Nachname;Farbe", ...rows], "utf16le");
    await page.getByLabel("CSV file").setInputFiles(file);

    await expect(page.getByLabel("E-Mail becomes")).toHaveValue("email");
    await expect(page.getByLabel("Vorname becomes")).toHaveValue("firstName");
    await expect(page.getByLabel("Farbe becomes")).toHaveValue("");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel("Farbe becomes").selectOption("Last name");
    await page.getByRole("button", { name: "Start import" }).click();
    const refusal = page.getByRole("alert").filter({ hasText: "Not started" });
    await expect(refusal).toContainText("Two columns are mapped to Last name");
    await page.getByLabel("Farbe becomes").selectOption("Channel");
    await page.getByRole("button", { name: "Start import" }).click();

    await page.waitForURL(/\/connections\/import\/[0-9a-f-]{36}$/);
    await page.reload();
    await expect(page.getByRole("link", { name: "Import another" })).toBeVisible();
    await expect(page.getByText("599", { exact: true })).toBeVisible();
    await expect(page.getByRole("cell", { name: "has no @" })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download refused rows" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("people.rejects.csv");
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(Buffer.from(part));
    const text = Buffer.concat(parts).toString("utf8");
    expect(text).toContain("6;E-Mail;has no @;no address here;Ada;Byron;red");

    await page.getByRole("link", { name: "Import another" }).click();
    const mended = text.replace("no address here", `mended@${company}`);
    await page.getByLabel("CSV file").setInputFiles(aFile("mended.csv", [mended]));
    await page.getByRole("button", { name: "Start import" }).click();
    await expect(page.getByRole("link", { name: "Import another" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Download refused rows" })).toHaveCount(0);
  });

  test("says in words why a file cannot be taken", async ({ page }) => {
    const input = page.getByLabel("CSV file");
    const alert = page.getByRole("alert").filter({ hasText: "This file was not taken" });
    await input.setInputFiles(aFile("empty.csv", []));
    await expect(alert).toContainText("The file is empty.");
    await input.setInputFiles({
      ...aFile("sheet.csv", []),
      buffer: Buffer.from("PK\u0003\u0004…"),
    });
    await expect(alert).toContainText("Excel workbook");
    await input.setInputFiles(aFile("quote.csv", ['Email,"Name', "a@b.example,Ada"]));
    await expect(alert).toContainText("quote");
    const wide = Array.from({ length: 1_200 }, (_, n) => `column ${n}`).join(",");
    await input.setInputFiles(aFile("wide.csv", [wide]));
    await expect(alert).toContainText("1200 columns");
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

test("K.1: a rep finds no imports, and neither does somebody who is signed out", async ({
  as,
  request,
  context,
  page,
}) => {
  const upload = await request.post("/api/imports?name=x.csv", {
    data: "Email\na@b.example",
    headers: { "Sec-Fetch-Site": "same-origin" },
  });
  expect(upload.status()).toBe(401);
  await as("rep");
  const answer = await page.goto("/connections/import");
  expect(answer?.status()).toBe(404);
  const forged = await context.request.post("/api/imports?name=x.csv", {
    data: "Email\na@b.example",
    headers: { "Sec-Fetch-Site": "cross-site" },
  });
  expect(forged.status()).toBe(400);
});

test("K.1: an admin makes a key, sees it once, uses it, and revokes it", async ({
  as,
  page,
  request,
}) => {
  await as("admin");
  await page.goto("/connections");
  const name = `Website ${tag()}`;
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  const key = (await page.getByText(/^baton_api_[0-9a-f]{40}$/).textContent()) ?? "";
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  const ask = () =>
    request.get("/api/v1/leads?limit=1", { headers: { Authorization: `Bearer ${key}` } });
  expect((await ask()).status()).toBe(200);

  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(page.getByRole("table", { name: "Keys" }).getByText(name)).toHaveCount(0);
  await expect.poll(async () => (await ask()).status()).toBe(401);
});
