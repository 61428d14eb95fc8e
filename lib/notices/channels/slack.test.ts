import { afterAll, afterEach, describe, expect, it } from "vitest";
import { FAULTS } from "@/e2e/doubles/double";
import { SLACK_FAULTS, SLACK_PATH, startSlack } from "@/e2e/doubles/slack";
import { aMessage, HOSTILE } from "../testing/message";
import type { Message } from "./channel";
import { slack } from "./slack";

const double = await startSlack();
afterAll(() => double.close());
afterEach(() => double.fail(null));

const webhookUrl = double.address + SLACK_PATH;
const deliver = (message: Message = aMessage(), ms = 5_000) =>
  slack.open({ settings: {}, secrets: { webhookUrl } }).deliver(message, AbortSignal.timeout(ms));

type Sent = { text: string; blocks: { text: { type: string; text: string } }[] };
const lastSent = () => double.asked.at(-1)?.body as Sent;

describe("a Slack webhook", () => {
  it("is sent what a rep needs, with the way to the lead", async () => {
    expect(await deliver()).toEqual({ delivered: true });
    const texts = lastSent().blocks.map(({ text }) => text.text);
    expect(texts[0]).toBe("New lead: Ingrid Solberg, Nordlys Logistics");
    expect(texts[1]).toBe("For Amara Lindqvist\nAsked for a demo today\n4 min left, until 14:33");
    expect(texts[2]).toBe("<https://baton.example/leads/1|Open the lead>");
    expect(JSON.stringify(lastSent())).not.toContain("amara@baton.example");
  });

  it("reads no markup and calls nobody, whatever a lead is called", async () => {
    expect(await deliver(aMessage({ title: HOSTILE, lines: [HOSTILE] }))).toEqual({
      delivered: true,
    });
    const { text, blocks } = lastSent();
    expect(text).not.toMatch(/[<>]/);
    const marked = blocks.filter((block) => block.text.type === "mrkdwn");
    expect(marked.map((block) => block.text.text)).toEqual([
      "<https://baton.example/leads/1|Open the lead>",
    ]);
  });

  it("takes a message of any length, shortened to what its blocks hold", async () => {
    const long = aMessage({ title: "å".repeat(5_000), lines: ["b".repeat(9_000)] });
    expect(await deliver(long)).toEqual({ delivered: true });
  });

  it.each([
    ["a message it cannot read", "refused", true, "invalid_payload"],
    ["forbidden by an administrator", "unauthorised", true, "An administrator forbids"],
    ["a channel that is gone", "refused", true, "The channel is gone"],
    ["a webhook that was removed", "refused", true, "switched off or removed"],
    ["an archived channel", "refused", true, "The channel is archived"],
    ["too many at once", "rate_limited", undefined, "Was asked too often"],
    ["a fault of its own", "broken", undefined, "Has a fault of its own"],
  ] as const)("says no: %s", async (fault, cause, final, words) => {
    double.fail(SLACK_FAULTS[fault]);
    const said = await deliver();
    expect(said).toMatchObject({ answer: "failed", cause });
    expect(said).toHaveProperty("words", expect.stringContaining(words));
    expect("final" in said ? said.final : undefined).toBe(final);
  });

  it("is left alone for as long as it wishes", async () => {
    double.fail(SLACK_FAULTS["too many at once"]);
    expect(await deliver()).toMatchObject({ retryAfterSeconds: 30 });
  });

  it("may hang, send elsewhere, or break off", async () => {
    double.fail(FAULTS.silence);
    expect(await deliver(aMessage(), 50)).toMatchObject({ cause: "time_limit" });
    double.fail(FAULTS["a redirection"]);
    expect(await deliver()).toMatchObject({ cause: "refused" });
    double.fail(FAULTS["half a body"]);
    expect(await deliver()).toMatchObject({ cause: "unreadable" });
  });
});

describe("a Slack webhook's address", () => {
  it.each([
    "https://hooks.slack.com/services/T0/B0/x",
    "https://hooks.slack-gov.com/services/T0/B0/x",
  ])("may be %s", (value) => {
    expect(slack.wrong("webhookUrl", value)).toBeNull();
  });

  it.each([
    "http://hooks.slack.com/services/T0/B0/x",
    "https://hooks.slack.com.evil.example/services",
    "https://evil.example/hooks.slack.com",
    "https://user:pass@hooks.slack.com/services/T0/B0/x",
    "https://10.0.0.7/services/T0/B0/x",
    "https://169.254.169.254/latest/meta-data",
    "https://[fd00::1]/services",
    "file:///etc/passwd",
    "not an address",
  ])("is never %s", (value) => {
    expect(slack.wrong("webhookUrl", value)).not.toBeNull();
  });
});
