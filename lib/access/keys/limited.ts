import { countRequest, LIMIT, type Limit, limitHeaders } from "./limit";
import { type KeyHolder, noting } from "./use";

/**
 * Answers a call and notes what came of it, unless the key has asked too often: then `tooMany` does,
 * told in how many seconds there is room again. Every answer says what is left, and no cache keeps
 * it: most are about people.
 */
export async function limited(
  holder: KeyHolder,
  now: Date,
  answer: () => Promise<Response>,
  tooMany: (seconds: number) => Response,
  limit: Limit = LIMIT,
): Promise<Response> {
  const spent = countRequest(holder.keyId, now, limit);
  const response = await noting(
    holder,
    now,
    spent.ok ? answer : async () => tooMany(spent.resetsIn),
  );
  response.headers.set("Cache-Control", "no-store");
  for (const [name, value] of Object.entries(limitHeaders(spent, limit)))
    response.headers.set(name, value);
  return response;
}
