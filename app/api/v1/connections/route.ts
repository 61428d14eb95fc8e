import { inWords } from "@/lib/access/requests/field-errors";
import { problem } from "@/lib/access/requests/problem";
import { apiRoute, withKey } from "@/lib/access/requests/route";
import { connectSystem } from "@/lib/api/connections/endpoints";
import { addConnection } from "@/lib/connections/commands";
import { settingFaults, trimmed } from "@/lib/connections/given-settings";
import { isSender, systemOf } from "@/lib/connections/systems";
import { webhookAddress } from "@/lib/platform/address";
import { baseUrl } from "@/lib/platform/env";

const connect = withKey(connectSystem, async ({ actor, body, now }) => {
  const system = systemOf(body.system);
  // Every fault is named at once; the command would stop at the first.
  const errors = system ? settingFaults(system, trimmed(body)) : [];
  if (errors.length > 0) {
    const told = errors.map(({ field, reason }) => ({ field, reason }));
    return problem(400, inWords(told), { errors: told });
  }
  const outcome = await addConnection(actor, body, now);
  if (!outcome.ok) return problem(409, outcome.reason);
  const { id } = outcome.value;
  const webhookUrl = system && isSender(system) && `${baseUrl()}${webhookAddress(system.id, id)}`;
  return Response.json({ id, ...(webhookUrl && { webhookUrl }) }, { status: 201 });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(connect);
