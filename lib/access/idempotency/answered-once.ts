import { asOne } from "@/db/client";
import { Unreadable } from "@/lib/connections/seal";
import { openSecrets, sealSecrets } from "@/lib/connections/secrets";
import { problem } from "../problem";
import type { SystemActor } from "../viewer";
import { type Asked, claimRequest, giveUpRequest, keepAnswer } from "./commands";

/** What of an answer is the same when it is given again. */
const KEPT_HEADERS = ["content-type", "location"];
/** Seconds after which whoever asked twice at once may ask again. */
const AGAIN = "1";

/**
 * Answers a request once, however often it is sent (draft-ietf-httpapi-idempotency-key-header-07): the
 * same again gets the same answer, one that is being answered 409, and another one under the same key
 * 422. What failed of us is not kept, so that it can be tried again. `sealed`: it holds a secret, and is
 * kept encrypted.
 */
export async function answeredOnce(
  actor: SystemActor,
  asked: Asked & { sealed: boolean },
  now: Date,
  answer: () => Promise<Response>,
): Promise<Response> {
  const claimed = await claimRequest(actor, asked, now);
  if (claimed.state === "answered") {
    const { status, headers } = claimed.answer;
    const body = bodyOf(asked, claimed.answer.body);
    if (body === null)
      return problem(
        409,
        "What was answered cannot be read any more. Choose a new Idempotency-Key.",
      );
    return new Response(body, { status, headers: { ...headers, "Idempotency-Replayed": "true" } });
  }
  if (claimed.state === "under way") return underWay();
  if (claimed.state !== "ours")
    return problem(422, "This Idempotency-Key was sent with another request. Choose a new one.");
  try {
    return await asOne(() => answerKept(actor, asked, claimed.since, answer));
  } catch (error) {
    await giveUpRequest(actor, asked, claimed.since).catch(() => {});
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

function underWay(): Response {
  const headers = { "Retry-After": AGAIN };
  return problem(409, "A request with this Idempotency-Key is being answered.", { headers });
}

/** Answers and keeps the answer with the work: whoever dies between them has done neither. */
async function answerKept(
  actor: SystemActor,
  asked: Asked & { sealed: boolean },
  since: Date,
  answer: () => Promise<Response>,
): Promise<Response> {
  const response = await answer();
  if (response.status >= 500) throw new NotKept(response);
  const stays = await keepAnswer(actor, asked, since, await kept(response.clone(), asked));
  if (!stays) throw new NotKept(underWay());
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
