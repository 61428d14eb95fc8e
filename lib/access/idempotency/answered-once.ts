import { asOne } from "@/db/client";
import { Unreadable } from "@/lib/connections/seal";
import { openSecrets, sealSecrets } from "@/lib/connections/secrets";
import { problem } from "../requests/problem";
import type { SystemActor } from "../viewer";
import { type Asked, claimRequest, type KeptAnswer, keepAnswer } from "./commands";

/** What of an answer is the same when it is given again. */
const KEPT_HEADERS = ["content-type", "location"];
/** Seconds after which whoever asked twice at once may ask again. */
const AGAIN = "1";

/**
 * Answers a request once, however often it is sent (draft-ietf-httpapi-idempotency-key-header-07): the
 * same again gets the same answer, one that is being answered 409, and another one under the same key
 * 422. It is taken on, done and answered in one transaction: whoever dies over it has done none of it, and
 * it can be sent again at once. What failed of us is not kept either. `sealed`: it holds a secret, and is
 * kept encrypted.
 */
export async function answeredOnce(
  actor: SystemActor,
  asked: Asked & { sealed: boolean },
  now: Date,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await asOne(async () => {
      const claimed = await claimRequest(actor, asked, now);
      if (claimed.state === "ours") return answerKept(actor, asked, now, answer);
      return claimed.state === "answered" ? again(asked, claimed.answer) : refusalOf(claimed.state);
    });
  } catch (error) {
    if (error instanceof NotKept) return error.response;
    throw error;
  }
}

/** Nothing of the work stays, and the request may be sent again. */
class NotKept extends Error {
  override name = "NotKept";
  constructor(readonly response: Response) {
    super("The answer to a request was not kept.");
  }
}

function refusalOf(state: "under way" | "another"): Response {
  if (state === "another")
    return problem(422, "This Idempotency-Key was sent with another request. Choose a new one.");
  const headers = { "Retry-After": AGAIN };
  return problem(409, "A request with this Idempotency-Key is being answered.", { headers });
}

/** The answer as it was given. */
function again(asked: Asked & { sealed: boolean }, { status, headers, body }: KeptAnswer) {
  const given = bodyOf(asked, body);
  if (given !== null)
    return new Response(given, { status, headers: { ...headers, "Idempotency-Replayed": "true" } });
  return problem(409, "What was answered cannot be read any more. Choose a new Idempotency-Key.");
}

async function answerKept(
  actor: SystemActor,
  asked: Asked & { sealed: boolean },
  now: Date,
  answer: () => Promise<Response>,
): Promise<Response> {
  const response = await answer();
  if (response.status >= 500) throw new NotKept(response);
  await keepAnswer(actor, asked, await kept(response.clone(), asked), now);
  return response;
}

const boundTo = ({ keyId, key }: Asked) => `${keyId} ${key}`;

/** The body as it was answered; null where it was sealed under a secret that we no longer have. */
function bodyOf(asked: Asked & { sealed: boolean }, stored: string): string | null {
  if (!asked.sealed) return stored;
  try {
    return openSecrets(stored, boundTo(asked)).body ?? null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

async function kept(response: Response, asked: Asked & { sealed: boolean }) {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const body = await response.text();
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: asked.sealed ? sealSecrets({ body }, boundTo(asked)) : body,
  };
}
