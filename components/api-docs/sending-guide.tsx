import { Guide, Sample } from "./guide";

const node = (base: string) => `import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({ writeKey: WRITE_KEY, host: "${base}" });
analytics.identify({
  userId: "ada-1",
  traits: { email: "ada.berg@example.com", firstName: "Ada", lastName: "Berg" },
});
analytics.track({ userId: "ada-1", event: "Form Submitted", properties: { form: "Ask for a demo" } });
await analytics.closeAndFlush();`;

const rudder = (base: string) => `import Analytics from "@rudderstack/rudder-sdk-node";

const analytics = new Analytics(WRITE_KEY, { dataPlaneUrl: "${base}" });`;

const browser = (base: string) => `import { AnalyticsBrowser } from "@segment/analytics-next";

AnalyticsBrowser.load({
  writeKey: "…",
  cdnSettings: {
    integrations: {
      "Segment.io": {
        apiKey: "…",
        apiHost: "${new URL(base).host}/v1",
        protocol: "${new URL(base).protocol.slice(0, -1)}",
      },
    },
  },
}).page();`;

/** How a site or a server sends what visitors do, by a library of Segment or RudderStack. */
export function TrackingGuide({ base }: { base: string }) {
  return (
    <Guide id="tracking" title="What visitors do: Segment and RudderStack">
      <p>
        {base}/v1 is the Segment tracking API: identify, track, page, screen, group, alias and
        batch. An admin makes a tracking key under Connections; the libraries call it the write key.
        It may stand in a site’s page, since it can send and read nothing. On a server:
      </p>
      <Sample label="Segment’s library for Node">{node(base)}</Sample>
      <Sample label="RudderStack’s library for Node">{rudder(base)}</Sample>
      <p>In a site’s page:</p>
      <Sample label="Segment’s library for browsers">{browser(base)}</Sample>
      <p>
        Somebody becomes a lead once an email address is told of them; what they did before under
        the same userId or anonymousId is theirs then. Name an event as what it is, such as Form
        Submitted, Demo Requested or Whitepaper Downloaded; one that is no step that Baton knows is
        listed under Connections, Not understood.
      </p>
      <p>
        The answer is 200 once all is kept, with what was of no use under refused. The same
        messageId is taken once, so that a library may repeat itself. A message of more than 32 KB,
        or a batch of more than 500 KB or 2,500 messages, is answered 400; 429 and 503 say when to
        send it again.
      </p>
    </Guide>
  );
}

const SIGNED = `{
  "type": "lead",
  "timestamp": "2026-06-03T10:00:00Z",
  "data": {
    "email": "ada.berg@example.com",
    "firstName": "Ada",
    "lastName": "Berg",
    "company": "Nordlys Frakt AS"
  }
}`;

const signing = `import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";

const id = \`msg_\${randomUUID()}\`; // the same over all tries
const now = new Date();
await fetch(ADDRESS, {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": new Webhook(SECRET).sign(id, now, body),
  },
  body, // the very text that was signed
});`;

const custom = (base: string) => `POST ${base}/api/v1/leads
Authorization: Bearer …
Content-Type: application/json

{ "email": "…", "firstName": "…", "company": "…", "externalId": "…" }`;

/** How anything else sends leads and what they did: Zapier, signed JSON, files. */
export function SigningGuide({ base }: { base: string }) {
  return (
    <Guide id="signed" title="Anything else in: Zapier, signed JSON, files">
      <p>
        In Zapier, Webhooks by Zapier, Custom Request sends a lead with a key that may Send leads:
      </p>
      <Sample label="the request of a Zap">{custom(base)}</Sample>
      <p>
        Who can sign sends by Standard Webhooks, without a key. An admin connects ‘Zapier or another
        sender’ under Connections with a signing secret: whsec_ and 24 to 64 random bytes in base64.
        The address to send to is in the list then. The type is lead or activity; data is one, or a
        list of up to 500, of what{" "}
        <a className="underline underline-offset-3 hover:text-ink" href="#post-leads">
          POST /leads
        </a>{" "}
        or{" "}
        <a className="underline underline-offset-3 hover:text-ink" href="#post-activities">
          POST /activities
        </a>{" "}
        takes:
      </p>
      <Sample label="a signed body">{SIGNED}</Sample>
      <Sample label="signing it">{signing}</Sample>
      <p>
        The answer is 202 once it is kept; it is taken in within seconds, and the connection’s page
        says what became of each. The same webhook-id is taken once. A timestamp more than five
        minutes off is 401: sign each try anew, under the same id.
      </p>
      <p>
        A CSV file of leads, of what they did or of the deals they became is imported under
        Connections, Import a file.
      </p>
    </Guide>
  );
}
