import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Double, FAULTS, json, type Reply } from "@/e2e/doubles/double";
import { KICKBOX_FAULTS, KICKBOX_KEYS, KICKBOX_SANDBOX, startKickbox } from "@/e2e/doubles/kickbox";
import { NEVERBOUNCE_FAULTS, NEVERBOUNCE_KEYS, startNeverbounce } from "@/e2e/doubles/neverbounce";
import { startZerobounce, ZEROBOUNCE_KEYS, ZEROBOUNCE_SANDBOX } from "@/e2e/doubles/zerobounce";
import { kickbox } from "../kickbox/kickbox";
import { neverbounce } from "../neverbounce/neverbounce";
import type { Answer, ProviderSystem } from "../provider";
import { zerobounce } from "../zerobounce/zerobounce";
import { type Verifier, verdictOf } from "./verdicts";

const SYSTEMS = { zerobounce, neverbounce, kickbox } satisfies Record<Verifier, ProviderSystem>;
const GOOD = {
  zerobounce: ZEROBOUNCE_KEYS.good,
  neverbounce: NEVERBOUNCE_KEYS.good,
  kickbox: KICKBOX_KEYS.good,
};
const systems = Object.keys(SYSTEMS) as Verifier[];

let fault: Reply | undefined;
let doubles: Record<Verifier, Double>;
beforeAll(async () => {
  const [one, two, three] = await Promise.all(
    [startZerobounce, startNeverbounce, startKickbox].map((start) => start(() => fault)),
  );
  doubles = { zerobounce: one, neverbounce: two, kickbox: three } as Record<Verifier, Double>;
});
afterEach(() => {
  fault = undefined;
  for (const double of Object.values(doubles)) double.asked.splice(0);
});
afterAll(() => Promise.all(Object.values(doubles).map((double) => double.close())));

async function ask(
  id: Verifier,
  email: string | null,
  apiKey: string = GOOD[id],
  signal = AbortSignal.timeout(5_000),
): Promise<Answer> {
  const settings = { address: doubles[id].address };
  const [lookup] = SYSTEMS[id].connect({ settings, secrets: { apiKey } }).lookups;
  const subject = { email, domain: null, companyName: null, fullName: null, linkedin: null };
  const answer = await lookup?.ask(subject, signal);
  if (!answer) throw new Error("No lookup");
  return answer;
}

/** What the value says, as far as the answer has one. */
function told(answer: Answer) {
  const value = "values" in answer ? answer.values?.["C1.4"] : undefined;
  const { deliverability, reason } = value?.detail ?? {};
  return { answer: answer.answer, deliverability, reason, verified: value?.verified };
}

describe("C1.4 ZeroBounce", () => {
  it.each(ZEROBOUNCE_SANDBOX)("%s@example.com: %s %s, by the table", async (name, state, sub) => {
    const verdict = verdictOf("zerobounce", state, [sub]);
    expect(told(await ask("zerobounce", `${name}@example.com`))).toEqual({
      answer: verdict?.retry ? "later" : "found",
      deliverability: verdict?.deliverability,
      reason: verdict?.reason,
      verified: verdict?.deliverability === "deliverable",
    });
  });

  it("asks with the key, the address, an empty IP address and a time limit of its own", async () => {
    await ask("zerobounce", "Ingrid@Acme.example");
    const query = Object.fromEntries(doubles.zerobounce.asked[0]?.query ?? []);
    const asked = { email: "ingrid@acme.example", ip_address: "", timeout: "8" };
    expect(query).toEqual({ api_key: GOOD.zerobounce, ...asked });
  });

  it("takes the time of the check from its own form, and keeps what was probably meant", async () => {
    const answer = await ask("zerobounce", "possible_typo@example.com");
    expect(answer).toMatchObject({
      values: {
        "C1.4": {
          value: "possible_typo@example.com",
          detail: {
            checkedAt: "2023-03-28T12:30:18.990Z",
            didYouMean: "possible.typo@example.com.org",
          },
        },
      },
    });
  });

  it("tells a domain that takes everything though the address is 'valid'", async () => {
    const answer = await ask("zerobounce", "known.catchall@acme.example");
    expect(told(answer)).toMatchObject({ deliverability: "risky", reason: "catch_all" });
  });

  it.each([
    [ZEROBOUNCE_KEYS.wrong, "unauthorised"],
    [ZEROBOUNCE_KEYS.empty, "out_of_credits"],
  ])(
    "K.2 tells from the balance what its 200 with an error means for key %s",
    async (key, cause) => {
      expect(await ask("zerobounce", "ingrid@acme.example", key)).toMatchObject({
        answer: "failed",
        cause,
      });
    },
  );

  it.each([403, 429])(
    "K.2 takes status %s for a limit that lifts, not for a wrong key",
    async (status) => {
      fault = json(status, {});
      expect(await ask("zerobounce", "ingrid@acme.example")).toMatchObject({
        cause: "rate_limited",
        retryAfterSeconds: 60,
      });
    },
  );
});

describe("C1.4 NeverBounce", () => {
  it.each([
    ["valid", "deliverable", "accepted"],
    ["valid+role_account", "risky", "role_address"],
    ["valid+accepts_all", "risky", "catch_all"],
    ["valid+free_email_host", "deliverable", "accepted"],
    ["invalid", "undeliverable", "mailbox_not_found"],
    ["invalid+bad_syntax", "undeliverable", "bad_syntax"],
    ["invalid+bad_dns", "undeliverable", "no_mail_server"],
    ["invalid+temporary_dns_error", "unknown", "dns_failed"],
    ["disposable", "risky", "disposable"],
    ["catchall", "risky", "catch_all"],
    ["unknown+connect_fails", "unknown", "server_silent"],
  ])("%s is %s, %s", async (said, deliverability, reason) => {
    expect(told(await ask("neverbounce", `${said}@example.com`))).toMatchObject({
      answer: deliverability === "unknown" ? "later" : "found",
      deliverability,
      reason,
    });
  });

  it("reads the numbers of its jobs, and a correction", async () => {
    fault = json(200, { status: "success", result: 1, flags: [], suggested_correction: "i@b.no" });
    const answer = await ask("neverbounce", "ingrid@acme.example");
    expect(answer).toMatchObject({
      values: { "C1.4": { detail: { deliverability: "undeliverable", didYouMean: "i@b.no" } } },
    });
  });

  it("keeps the key out of the address, and reports the credits that are left", async () => {
    expect(await ask("neverbounce", "ingrid@acme.example")).toMatchObject({ creditsLeft: 99 });
    expect(`${doubles.neverbounce.asked[0]?.query}`).toBe("");
  });

  it.each([
    ["auth_failure", "unauthorised"],
    ["throttle_triggered", "rate_limited"],
    ["temp_unavail", "broken"],
    ["bad_referrer", "unauthorised"],
    ["general_failure", "refused"],
    ["no credits", "out_of_credits"],
  ] as const)("K.2 takes its %s with status 200 as a failure: %s", async (name, cause) => {
    fault = NEVERBOUNCE_FAULTS[name];
    const answer = await ask("neverbounce", "ingrid@acme.example");
    expect(answer).toMatchObject({ answer: "failed", cause });
    expect(JSON.stringify(answer)).not.toMatch(/ingrid|secret_/);
  });
});

describe("C1.4 Kickbox", () => {
  it.each(Object.entries(KICKBOX_SANDBOX))("%s in its sandbox, by the table", async (name, row) => {
    const flags = Object.keys(row.flags ?? {});
    const verdict = verdictOf("kickbox", row.result, [...flags, row.reason]);
    for (const address of [`${name}@example.com`, `ingrid+${name}@acme.example`]) {
      expect(told(await ask("kickbox", address))).toMatchObject({
        answer: verdict?.retry ? "later" : "found",
        deliverability: verdict?.deliverability,
        reason: verdict?.reason,
      });
    }
  });

  it("says what it knows besides: free mail, what was meant, the balance", async () => {
    expect(await ask("kickbox", "low-quality@example.com")).toMatchObject({
      values: { "C1.4": { detail: { freeMail: true } } },
      creditsLeft: 3333,
    });
    expect(await ask("kickbox", "did-you-mean@example.com")).toMatchObject({
      values: { "C1.4": { detail: { didYouMean: "meant@example.com" } } },
    });
  });

  it.each([
    ["a wrong key", "unauthorised"],
    ["an empty account", "out_of_credits"],
    ["an empty account, in other words", "out_of_credits"],
    ["too many at once", "rate_limited"],
    ["no address", "refused"],
  ] as const)("K.2 tells %s", async (name, cause) => {
    fault = KICKBOX_FAULTS[name];
    const answer = await ask("kickbox", "ingrid@acme.example");
    expect(answer).toMatchObject({ answer: "failed", cause });
  });
});

describe.each(systems)("C1.4 every verifier: %s", (id) => {
  it.each<[string | null, string]>([
    ["sales@acme.example", "a desk"],
    ["ingrid@mailinator.com", "a throwaway address"],
    ["test@test.com", "a placeholder"],
    ["ingrid at acme", "no address"],
    [null, "nothing"],
  ])("spends no credit on %s, which is %s", async (email) => {
    expect((await ask(id, email)).answer).toBe("nothing_to_ask");
    expect(doubles[id].asked).toEqual([]);
  });

  it("never gives another address than the one asked about", async () => {
    expect(await ask(id, "Jörg@Bücher.example")).toMatchObject({
      values: { "C1.4": { value: "jörg@xn--bcher-kva.example", verified: true } },
    });
  });

  it.each([
    ["a fault of its own", "broken"],
    ["a proxy's page", "unreadable"],
    ["half a body", "unreadable"],
    ["a redirection", "refused"],
  ] as const)("K.2 takes %s as its own failure, not as the lead's", async (name, cause) => {
    fault = FAULTS[name];
    expect(await ask(id, "ingrid@acme.example")).toMatchObject({ answer: "failed", cause });
  });

  it("K.2 guesses nothing from a state that it does not know", async () => {
    const said = { status: "success", result: "maybe" };
    const sure = {
      zerobounce: { status: "maybe" },
      neverbounce: said,
      kickbox: { success: true, result: "maybe" },
    };
    fault = json(200, sure[id]);
    expect(await ask(id, "ingrid@acme.example")).toMatchObject({ cause: "unreadable" });
  });

  it("G.2 ends with its time limit", async () => {
    fault = FAULTS.silence;
    const answer = await ask(id, "ingrid@acme.example", GOOD[id], AbortSignal.timeout(30));
    expect(answer).toMatchObject({ answer: "failed", cause: "time_limit" });
  });
});
