import { z } from "zod";
import { type Failed, failed, type Reply } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";

const problem = z.object({ code: z.coerce.number() });

type Meaning = { cause: Failed["cause"]; words: string; wait?: number };

const HOUR = 3_600;
const WRONG_UNIT: Meaning = {
  cause: "unauthorised",
  words: "Does not know the business unit: check its id (0Uv…), that it is active, and the address",
};
const NO_ABILITY: Meaning = {
  cause: "refused",
  words: "The user lacks the ability to see this in Account Engagement",
};
const NO_TOKEN: Meaning = {
  cause: "unauthorised",
  words: "Does not accept the sign-in of this Salesforce user",
};

/** True where the user's role is to blame, which does not say for what. */
export const lacksAbility = ({ words }: Failed): boolean => words.startsWith(NO_ABILITY.words);

/**
 * Account Engagement's own codes, which come in the body with a coarse status (API v5, error codes). The
 * day is the account's own, whose zone no call says once calls are used up: it is asked each hour.
 */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  46: NO_ABILITY,
  49: NO_ABILITY,
  66: { cause: "rate_limited", words: "Is asked more than 5 things at once", wait: 10 },
  122: {
    cause: "rate_limited",
    words: "The day's calls are used up; they are back at midnight of the account",
    wait: HOUR,
  },
  181: WRONG_UNIT,
  182: WRONG_UNIT,
  184: NO_TOKEN,
  201: WRONG_UNIT,
  202: { cause: "rate_limited", words: "Was asked too often this minute", wait: 60 },
  214: { cause: "broken", words: "Took too long over it" },
};

const codeOf = ({ json }: Reply): number | undefined => problem.safeParse(json).data?.code;

/** What an answer that is none means: by its own code where it is known, else by its status. */
export function unitFault(reply: Reply): Failed {
  const code = codeOf(reply);
  const known = code === undefined ? undefined : MEANINGS[code];
  const usual = refusal(reply, code === undefined ? undefined : `code-${code}`);
  if (!known || reply.status >= 500) return usual;
  const wait = usual.retryAfterSeconds ?? known.wait;
  const rest = wait === undefined ? {} : { retryAfterSeconds: wait };
  return { ...failed(known.cause, `${known.words} (${code}).`), ...rest };
}
