import { createServer, type Server } from "node:net";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { mailWords, SMTP_ACCOUNT, SMTP_FAULTS, startSmtp } from "@/e2e/doubles/smtp";
import { aMessage, HOSTILE } from "../testing/message";
import type { Message } from "./channel";
import { mailServer } from "./mail-server";
import { smtp } from "./smtp";

const double = await startSmtp();
afterAll(() => double.close());
afterEach(() => double.fail(null));

const { user, password } = SMTP_ACCOUNT;
const from = "baton@tallyport.example";
const deliver = (message: Message = aMessage(), given: object = {}, ms = 5_000) => {
  const settings = { server: double.server, from, user, ...given };
  const secrets = { password };
  return smtp.open({ settings, secrets }).deliver(message, AbortSignal.timeout(ms));
};
const lastMail = () => {
  const mail = double.mails.at(-1);
  if (!mail) throw new Error("No mail came.");
  return mail;
};

describe("mail by SMTP", () => {
  it("says what a rep needs, as text and as HTML, with the way to the lead", async () => {
    expect(await deliver()).toEqual({ delivered: true });
    expect(lastMail()).toMatchObject({ from, to: ["amara@baton.example"] });
    const words = mailWords(lastMail());
    expect(words).toContain("Subject: New lead: Ingrid Solberg, Nordlys Logistics");
    expect(words).toContain("4 min left, until 14:33");
    expect(words).toContain('<a href="https://baton.example/leads/1">Open the lead</a>');
    expect(words).toContain("Auto-Submitted: auto-generated");
  });

  it("bears the same Message-ID at each try, by which a repetition is known", async () => {
    await deliver();
    await deliver();
    const ids = double.mails.slice(-2).map(({ raw }) => /^Message-ID: .*$/im.exec(raw)?.[0]);
    expect(ids[0]).toBe("Message-ID: <0b9c1f3e-0000-4000-8000-000000000001@tallyport.example>");
    expect(ids[1]).toBe(ids[0]);
  });

  it("takes no header, no reader and no markup from a lead's name", async () => {
    const to = { name: HOSTILE, email: "amara@baton.example" };
    expect(await deliver(aMessage({ to, title: HOSTILE, lines: [HOSTILE] }))).toEqual({
      delivered: true,
    });
    const { to: readers, raw } = lastMail();
    expect(readers).toEqual(["amara@baton.example"]);
    const [head = ""] = raw.split("\r\n\r\n");
    expect(head).not.toMatch(/^bcc:/im);
    expect(mailWords(lastMail())).not.toContain("<script>alert(1)</script></p>");
    expect(mailWords(lastMail())).toContain("&lt;script&gt;");
  });

  it("writes to one reader, whatever stands in their address", async () => {
    const email = "amara@baton.example, eve@evil.example";
    await deliver(aMessage({ to: { name: "Amara", email } }));
    for (const { to } of double.mails) expect(to).not.toContain("eve@evil.example");
  });

  it.each([
    ["a wrong password", "unauthorised", undefined],
    ["greylisting", "refused", undefined],
    ["a mailbox that does not exist", "refused", true],
    ["a sender that may not", "refused", true],
    ["a message it will not have", "refused", true],
    ["a full disk", "broken", undefined],
  ] as const)("is told no: %s", async (fault, cause, final) => {
    double.fail(SMTP_FAULTS[fault]);
    const said = await deliver();
    expect(said).toMatchObject({ answer: "failed", cause });
    expect("final" in said ? said.final : undefined).toBe(final);
    expect(JSON.stringify(said)).not.toMatch(/amara|says the test/);
  });

  it("waits no longer than it may for a server that takes the message and is silent", async () => {
    double.fail(SMTP_FAULTS.silence);
    expect(await deliver(aMessage(), {}, 300)).toMatchObject({ cause: "time_limit" });
  });

  it("does not wait for a server that never greets", async () => {
    const mute: Server = createServer(() => {});
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    const { port } = mute.address() as { port: number };
    const said = await deliver(aMessage(), { server: `127.0.0.1:${port}` }, 300);
    expect(said).toMatchObject({ cause: "time_limit" });
    mute.close();
  });

  it("says that nobody is there", async () => {
    const said = await deliver(aMessage(), { server: "127.0.0.1:1" });
    expect(said).toMatchObject({ cause: "unreachable" });
  });
});

describe("a mail server's address", () => {
  it.each([
    ["mail.example.com", { host: "mail.example.com", port: 587 }],
    ["mail.example.com:465", { host: "mail.example.com", port: 465 }],
    ["127.0.0.1:2525", { host: "127.0.0.1", port: 2525 }],
    ["[::1]:25", { host: "::1", port: 25 }],
  ])("is read: %s", (text, server) => {
    expect(mailServer(text)).toEqual(server);
  });

  it.each([
    "",
    "mail example",
    "mail.example.com:0",
    "mail.example.com:99999",
    "https://mail",
    "a:b",
  ])("is refused: %j", (text) => {
    expect(mailServer(text)).toBeNull();
  });

  it.each(["baton", "a@b", "Baton <a@example.com>", "a@example.com\r\nBcc: x@y.example"])(
    "a sender is refused: %j",
    (text) => {
      expect(smtp.wrong("from", text)).not.toBeNull();
    },
  );
});
