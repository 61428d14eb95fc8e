import { openApi } from "@/lib/api/openapi";

// Without a key: it describes, and holds nobody's data.
export function GET(): Response {
  return Response.json(openApi());
}
