import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDns, type Zone } from "@/e2e/doubles/dns";
import type { Answer } from "../provider";
import { mailCheck } from "./mail-check";

const HOST = { A: ["203.0.113.7"], ttl: 60 };
const ZONE: Zone = {
  com: { NS: ["a.gtld-servers.example"] },
  "mx.post.example": HOST,
  "six.post.example": { AAAA: ["2001:db8::25"] },
  "home.post.example": { A: ["127.0.0.1", "192.168.1.4"] },
  "broken.post.example": "SERVFAIL",
  "alias.post.example": { CNAME: "mx.post.example" },
  "acme.example": { MX: [[10, "mx.post.example"]] },
  "six.example": { MX: [[10, "six.post.example"]] },
  "alias.example": { MX: [[10, "alias.post.example"]] },
  "cname.example": { CNAME: "acme.example" },
  "xn--bcher-kva.example": { MX: [[10, "mx.post.example"]] },
  "second.example": {
    MX: [
      [10, "gone.post.example"],
      [20, "mx.post.example"],
    ],
  },
  "address.example": { A: ["198.51.100.4"] },
  "address6.example": { AAAA: ["2001:db8::4"] },
  "null.example": { MX: [[0, "."]], A: ["198.51.100.4"] },
  "nothing.example": { NS: ["ns.example"] },
  "private.example": { A: ["10.0.0.4"] },
  "localhost.example": { MX: [[10, "localhost"]] },
  "literal.example": { MX: [[10, "203.0.113.7"]] },
  "gone.example": { MX: [[10, "gone.post.example"]] },
  "home.example": { MX: [[10, "home.post.example"]] },
  "servfail.example": "SERVFAIL",
  "refused.example": "REFUSED",
  "silent.example": "silence",
  "unsure.example": {
    MX: [
      [10, "broken.post.example"],
      [20, "gone.post.example"],
    ],
  },
  "mailinator.com": { MX: [[10, "mx.post.example"]] },
  "gmail.com": { MX: [[10, "mx.post.example"]] },
};

const NOW = new Date("2026-06-03T10:00:00Z");
let now = NOW;
let dns: Awaited<ReturnType<typeof startDns>>;
const clock = () => now;
const checker = (server: string) =>
  mailCheck({ servers: [server], timeoutMs: 100, tries: 1, clock }).lookups[0];

async function ask(email: string | null, check = checker(dns.server)): Promise<Answer> {
  const subject = { email, domain: null, companyName: null, fullName: null, linkedin: null };
  const answer = await check?.ask(subject, AbortSignal.timeout(5_000));
  if (!answer) throw new Error("No lookup");
  return answer;
}

beforeAll(async () => {
  dns = await startDns(ZONE);
});
afterAll(() => dns.close());

describe("C1.4 the built-in check of an address", () => {
  it.each([
    ["ingrid@acme.example", "unknown", "takes_mail", true, "its exchanger has an address"],
    ["ingrid@six.example", "unknown", "takes_mail", true, "IPv6 is enough"],
    ["ingrid@alias.example", "unknown", "takes_mail", true, "the exchanger is an alias"],
    ["ingrid@cname.example", "unknown", "takes_mail", true, "the domain is an alias"],
    ["ingrid@second.example", "unknown", "takes_mail", true, "the second exchanger is reachable"],
    ["ingrid@address.example", "unknown", "takes_mail", true, "no MX: its own address, RFC 5321"],
    ["ingrid@address6.example", "unknown", "takes_mail", true, "no MX: its own IPv6 address"],
    ["jörg@bücher.example", "unknown", "takes_mail", true, "DNS is asked for the A-label"],
    ["ingrid@gmail.com", "unknown", "takes_mail", true, "a private address takes mail as well"],
    ["ingrid@null.example", "undeliverable", "null_mx", false, "a null MX is a no, RFC 7505"],
    ["ingrid@none.example", "undeliverable", "no_such_domain", false, "NXDOMAIN"],
    ["ingrid@nothing.example", "undeliverable", "no_mail_server", false, "neither MX nor address"],
    ["ingrid@private.example", "undeliverable", "no_mail_server", false, "a private address"],
    ["ingrid@localhost.example", "undeliverable", "unusable_mail_server", false, "MX localhost"],
    ["ingrid@literal.example", "undeliverable", "unusable_mail_server", false, "MX is an address"],
    ["ingrid@gone.example", "undeliverable", "unusable_mail_server", false, "MX leads nowhere"],
    ["ingrid@home.example", "undeliverable", "unusable_mail_server", false, "MX is private"],
    ["sales@acme.example", "risky", "role_address", false, "a desk"],
    ["ingrid@mailinator.com", "risky", "disposable", false, "throwaway"],
    ["info@servfail.example", "risky", "role_address", false, "a desk, whatever DNS says"],
    ["info@none.example", "undeliverable", "no_such_domain", false, "the domain before the desk"],
  ])("of %s: %s, %s, verified %s (%5$s)", async (email, deliverability, reason, verified) => {
    const answer = await ask(email);
    expect(answer).toMatchObject({
      answer: "found",
      values: {
        "C1.4": { verified, detail: { deliverability, reason, checkedAt: NOW.toISOString() } },
      },
    });
  });

  it.each([
    ["ingrid@servfail.example", "SERVFAIL"],
    ["ingrid@refused.example", "REFUSED"],
    ["ingrid@silent.example", "a time-out"],
    ["ingrid@unsure.example", "one exchanger that cannot be looked up now"],
  ])("never calls %s invalid because of %2$s: unknown, and later again", async (email) => {
    expect(await ask(email)).toMatchObject({
      answer: "later",
      values: {
        "C1.4": { verified: false, detail: { deliverability: "unknown", reason: "dns_failed" } },
      },
    });
  });

  it("believes no 'no' of a DNS that does not know the internet", async () => {
    const island = await startDns({});
    const answer = await ask("ingrid@acme.example", checker(island.server));
    await island.close();
    expect(answer).toEqual({
      answer: "failed",
      cause: "unreachable",
      words: "DNS could not be asked.",
    });
  });

  it("says where no DNS is listening", async () => {
    const gone = await startDns({});
    await gone.close();
    const answer = await ask("ingrid@acme.example", checker(gone.server));
    expect(["failed", "later"]).toContain(answer.answer);
    expect(JSON.stringify(answer)).not.toContain("undeliverable");
  });

  it.each([
    [null, "nothing_to_ask"],
    ["test@test.com", "no_match"],
    ["ingrid at acme", "no_match"],
  ])("asks DNS nothing about %s", async (email, answer) => {
    dns.asked.length = 0;
    expect((await ask(email)).answer).toBe(answer);
    expect(dns.asked).toEqual([]);
  });

  it("tells a private mail address in its detail", async () => {
    expect(await ask("ingrid@gmail.com")).toMatchObject({
      values: { "C1.4": { detail: { freeMail: true } } },
    });
  });

  it("asks DNS once for many leads of one domain, and again when the answer has aged", async () => {
    const check = checker(dns.server);
    const mx = () => dns.asked.filter((question) => question === "MX acme.example").length;
    dns.asked.length = 0;
    await Promise.all(
      ["a.berg", "b.lund", "c.dahl"].map((who) => ask(`${who}@acme.example`, check)),
    );
    expect(mx()).toBe(1);
    // The exchanger's TTL is a minute; an answer is kept five at least.
    now = new Date(NOW.getTime() + 4 * 60_000);
    await ask("ingrid@acme.example", check);
    expect(mx()).toBe(1);
    now = new Date(NOW.getTime() + 6 * 60_000);
    await ask("ingrid@acme.example", check);
    now = NOW;
    expect(mx()).toBe(2);
  });

  it("G.2 ends with its time limit", async () => {
    const check = mailCheck({ servers: [dns.server], timeoutMs: 60_000, tries: 1 }).lookups[0];
    const subject = { domain: null, companyName: null, fullName: null, linkedin: null };
    const limit = AbortSignal.timeout(50);
    const answer = await check?.ask({ ...subject, email: "ingrid@silent.example" }, limit);
    expect(answer?.answer).toBe("later");
  });
});
