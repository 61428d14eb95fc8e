import { shortAnswer } from "@/lib/access/requests/short-answer";
import { trackingAnswer, withWriteKey } from "@/lib/access/requests/write-route";
import { receiveMessages } from "@/lib/intake/tracking/commands";
import { CALLS } from "@/lib/intake/tracking/message";
import { BATCH_BYTES, EVENT_BYTES, readPayload } from "@/lib/intake/tracking/payload";

type Context = { params: Promise<{ call: string }> };

/** By its name, as Segment's HTTP API documents it, and by its letter, as its library for browsers calls. */
const answers = new Map(
  [...CALLS, "batch" as const].flatMap((call) => {
    const take = withWriteKey(async ({ actor, body, now, storable }) => {
      const payload = readPayload(call, body, now, storable);
      if (!payload.ok) return trackingAnswer(400, payload.reason);
      await receiveMessages(actor, payload.messages, now);
      const { refused } = payload;
      // Trackers look for `success` only; a person who tries by hand learns what was of no use.
      return shortAnswer({ success: true, ...(refused.length > 0 ? { refused } : {}) });
    });
    const answer = (request: Request) =>
      take(request, call === "batch" ? BATCH_BYTES : EVENT_BYTES);
    return [call, call.charAt(0)].map((name) => [name, answer] as const);
  }),
);

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const answer = answers.get((await params).call);
  const response = answer
    ? await answer(request)
    : trackingAnswer(404, "This is no call of the tracking API.");
  // The page of any site may read it: nothing here goes by cookies, and its write key is no secret.
  response.headers.set("Access-Control-Allow-Origin", "*");
  response.headers.set("Access-Control-Expose-Headers", "Retry-After, X-RateLimit-Reset");
  return response;
}

/** What a browser asks before a site's page sends with a key in a header, or JSON. */
export function OPTIONS(): Response {
  const headers = {
    Allow: "OPTIONS, POST",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "Authorization, *",
    "Access-Control-Max-Age": "86400",
  };
  return new Response(null, { status: 204, headers });
}

export function GET(): Response {
  return trackingAnswer(405, "The tracking API takes POST only.", { Allow: "POST" });
}

export { GET as DELETE, GET as PATCH, GET as PUT };
