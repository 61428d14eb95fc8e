import { shortAnswer } from "@/lib/access/short-answer";
import { trackingAnswer, withWriteKey } from "@/lib/access/write-route";
import { receiveMessages } from "@/lib/intake/tracking/commands";
import { CALLS } from "@/lib/intake/tracking/message";
import { BATCH_BYTES, EVENT_BYTES, readPayload } from "@/lib/intake/tracking/payload";

type Context = { params: Promise<{ call: string }> };

const answers = new Map(
  [...CALLS, "batch" as const].map((call) => [
    call as string,
    withWriteKey(async ({ actor, body, now, storable }) => {
      const payload = readPayload(call, body, now, storable);
      if (!payload.ok) return trackingAnswer(400, payload.reason);
      await receiveMessages(actor, payload.messages, now);
      const { refused } = payload;
      // Trackers look for `success` only; a person who tries by hand learns what was of no use.
      return shortAnswer({ success: true, ...(refused.length > 0 ? { refused } : {}) });
    }),
  ]),
);

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { call } = await params;
  const answer = answers.get(call);
  if (!answer) return trackingAnswer(404, "This is no call of the tracking API.");
  return answer(request, call === "batch" ? BATCH_BYTES : EVENT_BYTES);
}

export function GET(): Response {
  return trackingAnswer(405, "The tracking API takes POST only.", { Allow: "POST" });
}

export { GET as DELETE, GET as OPTIONS, GET as PATCH, GET as PUT };
