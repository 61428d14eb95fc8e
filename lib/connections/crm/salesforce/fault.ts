import { z } from "zod";
import { type Failed, failed, type Reply } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import { entryOf } from "@/lib/platform/entry-of";
import { shortened, shownLine } from "@/lib/platform/shown-text";
import type { NotWritten } from "../crm";
import { NoAnswer } from "../no-answer";

/** An hour: the limit is of a rolling day, and nothing is to be gained by asking all the time. */
const DAY_LIMIT_WAIT_SECONDS = 3_600;

/** Errors of the org, its load, or the moment between; the record is not to blame, and later it may work. */
const OF_THE_ORG: Readonly<Record<string, Pick<Failed, "cause" | "words" | "retryAfterSeconds">>> =
  {
    REQUEST_LIMIT_EXCEEDED: {
      cause: "rate_limited",
      words: "The org has used up its API calls for today",
      retryAfterSeconds: DAY_LIMIT_WAIT_SECONDS,
    },
    API_DISABLED_FOR_ORG: {
      cause: "unauthorised",
      words: "The API is switched off for this user or org",
    },
    API_CURRENTLY_DISABLED: {
      cause: "unauthorised",
      words: "The API is switched off for this user or org",
    },
    INVALID_SESSION_ID: { cause: "unauthorised", words: "The session has expired or was revoked" },
    SERVER_UNAVAILABLE: { cause: "broken", words: "Salesforce is busy" },
    QUERY_TIMEOUT: { cause: "broken", words: "A query took too long" },
    UNABLE_TO_LOCK_ROW: { cause: "broken", words: "Somebody else is changing the record" },
    CANNOT_UPDATE_CONVERTED_LEAD: { cause: "broken", words: "The lead was converted meanwhile" },
    ENTITY_IS_DELETED: { cause: "broken", words: "The record was deleted there meanwhile" },
  };

/** Errors of one record, in words. The words of a rule are the admin's own, so they are told. */
const OF_THE_RECORD: Readonly<Record<string, { words: string; told?: true }>> = {
  DUPLICATES_DETECTED: { words: "A duplicate rule holds it back" },
  FIELD_CUSTOM_VALIDATION_EXCEPTION: { words: "A validation rule refuses it", told: true },
  REQUIRED_FIELD_MISSING: { words: "A field is required there that nothing goes to", told: true },
  DUPLICATE_EXTERNAL_ID: {
    words: "Several records there have the same id of Baton’s: keep it on one, and make it unique",
  },
  INSUFFICIENT_ACCESS_OR_READONLY: { words: "The user may not change this record" },
  STRING_TOO_LONG: { words: "A value is longer than its field" },
};

const problem = z.object({
  message: z.string().default(""),
  errorCode: z.string().optional(),
  statusCode: z.string().optional(),
  fields: z.array(z.string()).default([]),
});
export type Problem = z.infer<typeof problem>;
const problems = z.array(problem).min(1);

/** What an error of one record, or of a whole call that one record or field is to blame for, means. */
export function recordFault({ message, errorCode, statusCode, fields }: Problem): NotWritten {
  const code = statusCode ?? errorCode ?? "UNKNOWN";
  const org = entryOf(OF_THE_ORG, code);
  if (org) return { answer: "failed", ...org, words: `${org.words} (${code}).` };
  const { words, told } = entryOf(OF_THE_RECORD, code) ?? { words: "Salesforce refuses it" };
  const where = fields.length > 0 ? `: ${fields.join(", ")}` : "";
  const said = told ? ` “${shortened(shownLine(message), 200)}”` : "";
  const field = fields[0];
  const ofAField = !OF_A_DOUBLE.test(code) && (field !== undefined || OF_A_FIELD.test(code));
  return {
    ...failed("refused", `${words} (${code}${where}).${said}`),
    final: true,
    ...(ofAField ? { field: field ?? "" } : {}),
  };
}

/** Codes that name a field whose value another record has: the record is to blame. */
const OF_A_DOUBLE = /^DUPLICATE/;

/** Codes by which a field is to blame, whether or not it is named. */
const OF_A_FIELD = /FIELD|JSON_PARSER|PICKLIST|STRING_TOO_LONG|NUMBER_OUTSIDE|INVALID_TYPE/;

/**
 * 300: several records have the external id. One record of a call is to blame, and which is not said, so
 * each is tried again, alone by and by.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm
 */
export const severalFault = (): NoAnswer =>
  new NoAnswer(
    failed("refused", "Several records there have the same id of Baton’s (300): keep it on one."),
  );

/** What an error status means: Salesforce's own code where it has one, else the status alone. */
export function replyFault(reply: Reply): NoAnswer {
  const [first] = problems.safeParse(reply.json).data ?? [];
  const code = first?.errorCode;
  const expired = reply.status === 401;
  if (!first || (reply.status >= 500 && !entryOf(OF_THE_ORG, code ?? "")))
    return new NoAnswer(refusal(reply, code), expired);
  if (expired && /not valid for use with the REST API/.test(first.message))
    return new NoAnswer(
      failed("unauthorised", "The app lacks the scope ‘api’ (Manage user data via APIs)."),
    );
  if (reply.status === 429) return new NoAnswer(refusal(reply, code));
  const fault = recordFault(first);
  const wish = refusal(reply).retryAfterSeconds;
  return new NoAnswer(wish === undefined ? fault : { ...fault, retryAfterSeconds: wish }, expired);
}
