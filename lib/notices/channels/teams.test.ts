import { afterAll, afterEach, describe, expect, it } from "vitest";
import { FAULTS } from "@/e2e/doubles/double";
import { startTeams, TEAMS_FAULTS, TEAMS_PATH, TEAMS_QUERY } from "@/e2e/doubles/teams";
import { aMessage, HOSTILE } from "../testing/message";
import type { Message } from "./channel";
import { teams } from "./teams";

const double = await startTeams();
afterAll(() => double.close());
afterEach(() => double.fail(null));

const webhookUrl = double.address + TEAMS_PATH + TEAMS_QUERY;
const deliver = (message: Message = aMessage(), ms = 5_000, url = webhookUrl) =>
  teams
    .open({ settings: {}, secrets: { webhookUrl: url } })
    .deliver(message, AbortSignal.timeout(ms));

type Card = {
  body: { type: string; inlines: { type: string; text: string }[] }[];
  actions: { type: string; url: string }[];
};
const lastCard = () => {
  const sent = double.asked.at(-1)?.body as { attachments: { content: Card }[] } | undefined;
  return sent?.attachments[0]?.content;
};

describe("a Teams workflow", () => {
  it("is sent a card with what a rep needs, and the way to the lead", async () => {
    expect(await deliver()).toEqual({ delivered: true });
    const texts = lastCard()?.body.flatMap(({ inlines }) => inlines.map(({ text }) => text));
    expect(texts).toEqual([
      "New lead: Ingrid Solberg, Nordlys Logistics",
      "For Amara Lindqvist",
      "Asked for a demo today",
      "4 min left, until 14:33",
    ]);
    expect(lastCard()?.actions).toEqual([
      { type: "Action.OpenUrl", title: "Open the lead", url: "https://baton.example/leads/1" },
    ]);
  });

  it("is given text runs alone, in which no markup is read", async () => {
    await deliver(aMessage({ title: HOSTILE, lines: [HOSTILE] }));
    const body = lastCard()?.body ?? [];
    expect(new Set(body.map(({ type }) => type))).toEqual(new Set(["RichTextBlock"]));
    const kinds = body.flatMap(({ inlines }) => inlines.map(({ type }) => type));
    expect(new Set(kinds)).toEqual(new Set(["TextRun"]));
  });

  it("stays below 28 kB, however long a lead's name is", async () => {
    const long = aMessage({ title: "å".repeat(50_000), lines: ["b".repeat(50_000)] });
    expect(await deliver(long)).toEqual({ delivered: true });
  });

  it.each([
    ["a wrong signature", "unauthorised", true],
    ["a workflow that is gone", "refused", true],
    ["a workflow that is switched off", "refused", true],
    ["a message that is too large", "refused", true],
    ["too many at once", "rate_limited", undefined],
    ["a fault of its own", "broken", undefined],
  ] as const)("says no: %s", async (fault, cause, final) => {
    double.fail(TEAMS_FAULTS[fault]);
    const said = await deliver();
    expect(said).toMatchObject({ answer: "failed", cause });
    expect("final" in said ? said.final : undefined).toBe(final);
    expect(JSON.stringify(said)).not.toContain("nobodys");
  });

  it("may hang, or send elsewhere", async () => {
    double.fail(FAULTS.silence);
    expect(await deliver(aMessage(), 50)).toMatchObject({ cause: "time_limit" });
    double.fail(FAULTS["a redirection"]);
    expect(await deliver()).toMatchObject({ cause: "refused" });
  });
});

describe("a workflow's address", () => {
  it.each([
    "https://prod-12.westeurope.logic.azure.com:443/workflows/1/triggers/manual/paths/invoke?sig=x",
    "https://0a1b.4a.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/1?sig=x",
  ])("may be %s", (value) => {
    expect(teams.wrong("webhookUrl", value)).toBeNull();
  });

  it.each([
    "https://logic.azure.com.evil.example/workflows",
    "https://evil-logic.azure.com/workflows",
    "https://tenant.webhook.office.com/webhookb2/1",
    "https://192.168.1.1/workflows",
    "http://prod-12.westeurope.logic.azure.com/workflows",
  ])("is never %s", (value) => {
    expect(teams.wrong("webhookUrl", value)).not.toBeNull();
  });
});
