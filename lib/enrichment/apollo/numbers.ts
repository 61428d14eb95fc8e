import { callableNumber } from "../facts/callable-number";
import { NO_PERSON_FACTS, type PersonFacts } from "../facts/person-facts";
import { isFailed, type Reply, unreadable } from "../http/http";
import { endpoint } from "../http/http-settings";
import type { Answer, GivenValue, GivenValues, Pending } from "../provider";
import { callApollo, problem } from "./ask";
import { type ApolloPhone, apolloError, apolloNumbers } from "./body";

/** Where Apollo does not say when to ask again. */
const SOON_SECONDS = 30;
/** What has not come a day after it was asked for is not waited for any longer. */
const GIVEN_UP_MS = 86_400_000;

/**
 * Asks after the numbers of a person that were paid for with the person (C1.5), by the request's id:
 * `GET /webhook_result/{request_id}`, which costs nothing and is pending for minutes. What came with
 * the person is the answer in the end, with a number or without.
 */
export async function askNumbers(
  { host, key }: { host: string; key: string },
  pending: Pending,
  signal: AbortSignal,
): Promise<Answer> {
  const path = `/api/v1/webhook_result/${encodeURIComponent(pending.ticket)}`;
  const reply = await callApollo(endpoint(host, path), key, {}, signal);
  if (isFailed(reply)) return reply;
  if ([400, 404, 410].includes(reply.status)) return unlessPending(reply, pending);
  if (reply.status !== 200) return problem(reply);
  const { data } = apolloNumbers.safeParse(reply.json);
  if (!data) return unreadable();
  if (data.webhook_status === "in_progress") return waiting(pending, null);
  if (data.webhook_status === "failed") return without(pending, "no number was found");
  const phones = data.webhook_result?.people[0]?.phone_numbers ?? [];
  const number = numberOf(phones, pending.values);
  if (!number) return without(pending, "no number that may be called was found");
  const values = { ...pending.values, "C1.5": number };
  return { answer: "found", words: "Knows the person; the number has come.", values };
}

/** A 404 is 'not yet' or 'never heard of'; 400 and 410 (after 30 days) say that nothing will come. */
function unlessPending({ status, json }: Reply, pending: Pending): Answer {
  const { data } = apolloError.safeParse(json);
  if (status === 404 && data?.error_code === "result_pending")
    return waiting(pending, data.retry_after_seconds);
  return without(pending, "its numbers are not to be had any more");
}

function waiting({ ticket, values, ageMs }: Pending, wish: number | null | undefined): Answer {
  const pending = { ticket, values, ageMs };
  if (ageMs > GIVEN_UP_MS) return without(pending, "its numbers did not come within a day");
  // The longer it takes, the more rarely it is asked.
  const seconds = Math.min(3_600, Math.max(wish ?? SOON_SECONDS, Math.round(ageMs / 4_000)));
  return numbersLater(ticket, values, seconds);
}

/** The answer while the numbers are on their way. */
export const numbersLater = (
  ticket: string,
  values: GivenValues,
  retryAfterSeconds = SOON_SECONDS,
): Answer => ({
  answer: "later",
  words: "Knows the person; the number comes later.",
  retryAfterSeconds,
  values,
  ticket,
});

const without = ({ values }: Pending, why: string): Answer => ({
  answer: "found",
  words: `Knows the person; ${why}.`,
  values,
});

function numberOf(numbers: readonly ApolloPhone[], values: GivenValues): GivenValue | null {
  const personal = ["C1.1", "C1.6", "C1.7"] as const;
  const sure = personal.some((id) => values[id]?.verified);
  return callableNumber(phonesOf(numbers), regionOf(values), sure);
}

function regionOf(values: GivenValues): string | null {
  const known = values["C1.7"]?.value;
  const isSet = typeof known === "object" && known !== null && !Array.isArray(known);
  return isSet && typeof known.region === "string" ? known.region : null;
}

/** Direct lines and mobiles first; the employer's own number last, and known as that. */
function phonesOf(numbers: readonly ApolloPhone[]): PersonFacts {
  const lines = numbers.flatMap(({ number, type, status, dnc }) =>
    number && !/invalid/i.test(status)
      ? [
          {
            text: number,
            line: /mobile/i.test(type) ? ("mobile" as const) : ("direct" as const),
            mayCall: /^(|no|none|false|not.*)$/i.test(dnc),
            isCompanys: /hq|company/i.test(type),
          },
        ]
      : [],
  );
  const company = lines.find(({ isCompanys }) => isCompanys);
  const phones = lines.toSorted((one, other) => Number(one.isCompanys) - Number(other.isCompanys));
  return { ...NO_PERSON_FACTS, phones, companyPhone: company?.text ?? null };
}
