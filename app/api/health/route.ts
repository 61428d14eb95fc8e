import { health } from "@/lib/api/health/health";

// Asked at each request: a build must not answer for the server that it becomes.
export const dynamic = "force-dynamic";

// Without a key: monitors have none, and it tells nothing of leads.
export async function GET(): Promise<Response> {
  const found = await health();
  const status = found.status === "ok" ? 200 : 503;
  return Response.json(found, { status, headers: { "Cache-Control": "no-store" } });
}
