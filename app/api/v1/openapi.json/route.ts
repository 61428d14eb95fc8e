import { apiRoute } from "@/lib/access/requests/route";
import { openApi } from "@/lib/api/openapi";

// Without a key: it describes, and holds nobody's data.
const describe = { method: "GET", handle: async () => Response.json(openApi()) } as const;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(describe);
