import { takeKept } from "@/db/factories/webhooks";
import { receiveWebhook } from "../../senders/receive";

/** Receives a call of Mautic's webhook, and takes in what was kept of it. */
export async function mauticSends(
  connectionId: string,
  { body, headers }: { body: string; headers: Record<string, string> },
): Promise<void> {
  const address = `http://baton.test/api/webhooks/mautic/${connectionId}`;
  const request = new Request(address, { method: "POST", body, headers });
  await receiveWebhook(request, "mautic", connectionId);
  await takeKept(connectionId);
}
