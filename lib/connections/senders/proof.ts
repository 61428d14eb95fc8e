import { earlierInForce } from "../earlier-secrets";
import type { Secrets } from "../secrets";
import type { Proof, SenderSystem, WebhookCall } from "./sender";

/** Whether a call is a connection's, by its secret or by one that was replaced and still holds. */
export function proofOf(
  system: SenderSystem,
  call: WebhookCall,
  secrets: Secrets,
  now: Date,
): Proof {
  const proof = system.prove(call, secrets, now);
  if (proof.ok) return proof;
  const earlier = earlierInForce(secrets, now)
    .map(({ secret }) => system.prove(call, { ...secrets, [system.provenBy]: secret }, now))
    .find(({ ok }) => ok);
  return earlier ?? proof;
}
