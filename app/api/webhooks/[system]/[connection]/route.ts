import { problem } from "@/lib/access/requests/problem";
import { receiveWebhook } from "@/lib/connections/senders/receive";

type Context = { params: Promise<{ system: string; connection: string }> };

/** Where a system that calls us sends its events (contract). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { system, connection } = await params;
  return receiveWebhook(request, system, connection);
}

export function GET(): Response {
  return problem(405, "This address takes POST only.", { headers: { Allow: "POST" } });
}

export { GET as DELETE, GET as OPTIONS, GET as PATCH, GET as PUT };
