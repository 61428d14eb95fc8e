import { SCOPES } from "@/lib/access/keys/scopes";
import { GIVEN_UP_AFTER_DAYS } from "@/lib/connections/outbox/retry";
import { HOOK_EVENT_WORDS } from "@/lib/connections/rest-hooks/hook-event";
import { keysOf } from "@/lib/platform/keys-of";
import { Guide, Sample } from "./guide";

const subscribing = (base: string) => `curl -X POST ${base}/api/v1/hooks \\
  -H "Authorization: Bearer $API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{
    "targetUrl": "https://hooks.zapier.com/hooks/catch/123/abc/",
    "events": ["lead.routed"]
  }'`;

const ending = (base: string) =>
  `curl -X DELETE ${base}/api/v1/hooks/$HOOK_ID \\
  -H "Authorization: Bearer $API_KEY"`;

const renewing = (base: string) => `curl -X POST ${base}/api/v1/hooks/$HOOK_ID/secret \\
  -H "Authorization: Bearer $API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"hours": 24}'`;

const EVENT = `POST /hooks/catch/123/abc/
webhook-id: 0190b222-3b4c-7d5e-8f60-718293a4b5c6
webhook-timestamp: 1780480804
webhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=

{
  "id": "0190b222-3b4c-7d5e-8f60-718293a4b5c6",
  "type": "lead.routed",
  "timestamp": "2026-06-03T10:00:04.000Z",
  "data": { "leadId": "…", "handoff": { "id": "…", "owner": { "name": "…" }, "…": "…" } }
}`;

const VERIFYING = `import { Webhook } from "standardwebhooks";

new Webhook(secret).verify(rawBody, headers); // throws where it is not ours`;

const trigger = (base: string) => `const hooks = "${base}/api/v1/hooks";
const headers = (bundle) => ({ Authorization: \`Bearer \${bundle.authData.apiKey}\` });

module.exports = {
  key: "lead_routed",
  noun: "Handoff",
  display: { label: "Lead Routed", description: "Triggers when a lead is handed to a rep." },
  operation: {
    type: "hook",
    performSubscribe: async (z, bundle) => {
      const body = { targetUrl: bundle.targetUrl, events: ["lead.routed"] };
      return (await z.request({ url: hooks, method: "POST", headers: headers(bundle), body })).data;
    },
    performUnsubscribe: async (z, bundle) => {
      const url = \`\${hooks}/\${bundle.subscribeData.id}\`;
      await z.request({ url, method: "DELETE", headers: headers(bundle) });
      return {};
    },
    perform: async (z, bundle) => [bundle.cleanedRequest],
    performList: async (z, bundle) => {
      const url = "${base}/api/v1/handoffs?limit=3";
      const { data } = (await z.request({ url, headers: headers(bundle) })).data;
      return data.map((handoff) => ({
        id: handoff.id,
        type: "lead.routed",
        timestamp: handoff.routedAt,
        data: { leadId: handoff.leadId, handoff },
      }));
    },
  },
};`;

/** How an address subscribes to what becomes of leads, step by step, and how it knows us. */
export function HooksGuide({ base }: { base: string }) {
  return (
    <Guide id="hooks" title="Being told: REST hooks, Zapier">
      <p>
        An address that is subscribed is posted each event as it happens, signed by Standard
        Webhooks. Nothing of a lead that the gate holds is told.
      </p>
      <ul className="text-small/6">
        {keysOf(HOOK_EVENT_WORDS).map((event) => (
          <li key={event} className="flex gap-3">
            <span className="w-28 shrink-0 font-medium text-ink">{event}</span>
            {HOOK_EVENT_WORDS[event]}
          </li>
        ))}
      </ul>
      <p>With Zapier, and nothing to build:</p>
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        <li>Here, under Connections, create a key that may do one thing: Be told of handoffs.</li>
        <li>
          In Zapier, begin a Zap with Webhooks by Zapier, Catch Hook, and copy the URL that it
          shows.
        </li>
        <li>
          Subscribe that URL. The answer holds the id and, once, the secret.
          <Sample label="subscribing">{subscribing(base)}</Sample>
        </li>
        <li>
          Once a lead is routed, Test trigger in Zapier finds the event, with data, handoff, owner
          and the rest to choose from. What goes out stands under Connections, and can be replayed.
        </li>
        <li>
          A secret is replaced without missing anything: ask for a new one, take it over, and until
          the one before ends each event is signed with both.
          <Sample label="a new secret">{renewing(base)}</Sample>
        </li>
        <li>
          Unsubscribe when the Zap is no longer needed. An address that answers 410 unsubscribes
          itself, and revoking the key ends all of its hooks.
          <Sample label="unsubscribing">{ending(base)}</Sample>
        </li>
      </ol>
      <p>
        In a Zapier integration of your own, a trigger of the type REST hook subscribes as its Zap
        is turned on, and unsubscribes as it is turned off. Its key may also{" "}
        {SCOPES["handoffs:read"]}, since it shows handoffs that there were as samples:
      </p>
      <Sample label="the trigger">{trigger(base)}</Sample>
      <p>
        What comes, of which{" "}
        <a className="underline underline-offset-3 hover:text-ink" href="#HookEvent">
          HookEvent
        </a>{" "}
        says all, and how to know that it is ours:
      </p>
      <Sample label="an event">{EVENT}</Sample>
      <Sample label="verifying it">{VERIFYING}</Sample>
      <p>
        Answer any 2xx within 15 seconds, and work on it afterwards. An event has the same
        webhook-id over all its tries and replays: take each once. Whatever else is answered is
        tried again for {GIVEN_UP_AFTER_DAYS} days, after pauses that double up to half an hour, or
        when Retry-After says; 400, 413, 415 and 422 say that it will never be taken, and end it.
        Events of one lead come in their order.
      </p>
    </Guide>
  );
}
