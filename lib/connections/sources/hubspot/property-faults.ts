import { z } from "zod";
import type { Reply } from "@/lib/enrichment/http/http";

/** A property whose value was not taken, and HubSpot's own name of why, such as INVALID_OPTION. */
export type PropertyFault = { property: string; code: string };

const name = z.string().regex(/^[a-z]\w{0,99}$/);
const code = z.string().regex(/^[A-Z][A-Z_]{2,50}$/);

/** As a list of its own, or as JSON in the text of the message: HubSpot does either. */
const listed = z.object({
  errors: z.array(z.object({ code, context: z.object({ propertyName: z.array(name).min(1) }) })),
});
const written = z.array(z.object({ name, error: code }));

/** Names and codes of what a refusal blames, and nothing else: the rest may hold what was sent. */
export function propertyFaults({ json }: Reply): PropertyFault[] {
  const own = listed.safeParse(json).data?.errors ?? [];
  if (own.length > 0)
    return own.map((one) => ({ property: one.context.propertyName[0] ?? "", code: one.code }));
  const message = z.object({ message: z.string() }).safeParse(json).data?.message ?? "";
  const text = message.slice(message.indexOf("["), message.lastIndexOf("]") + 1);
  try {
    const found = written.safeParse(JSON.parse(text)).data ?? [];
    return found.map((one) => ({ property: one.name, code: one.error }));
  } catch {
    return [];
  }
}
