import { createHmac } from "node:crypto";

type Signed = { body: string; headers: Record<string, string> };

/** 24 random bytes, as a sender makes them. */
export const STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
export const MAUTIC_SECRET = "0f3c2a9d5b7e4c18";

/** A call as a sender by Standard Webhooks makes it: https://www.standardwebhooks.com */
export function standardCall(
  message: unknown,
  { id, at, secret = STANDARD_SECRET }: { id: string; at: Date; secret?: string },
): Signed {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    body,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1a,ZWQyNTUxOQ== v1,${signature}`,
    },
  };
}

/** JSON as PHP writes it: slashes and all but ASCII escaped, and an empty map as a list. */
const phpJson = (value: unknown) =>
  JSON.stringify(value)
    .replaceAll("/", "\\/")
    .replace(
      /[\u0080-\uffff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );

/** A call as Mautic makes it: https://docs.mautic.org/en/latest/webhooks */
export function mauticCall(events: unknown, secret = MAUTIC_SECRET): Signed {
  const body = phpJson(events);
  return {
    body,
    headers: {
      "content-type": "application/json",
      "x-origin-base-url": "https://mautic.nordlys.example",
      "webhook-signature": createHmac("sha256", secret).update(body).digest("base64"),
    },
  };
}

const field = (alias: string, value: string | null) => ({
  id: "1",
  alias,
  type: "text",
  group: "core",
  value,
});

/** A contact as Mautic sends one: fields in groups, an empty group as a list. */
export const mauticContact = (id: number, email: string | null) => ({
  id,
  points: 12,
  fields: {
    core: {
      email: field("email", email),
      firstname: field("firstname", "Åse"),
      lastname: field("lastname", "Berg"),
      company: field("company", "Nordlys Frakt AS"),
      position: field("position", "Head of Operations"),
      phone: field("phone", ""),
      mobile: field("mobile", "+47 918 12 345"),
    },
    social: { linkedin: field("linkedin", "https://www.linkedin.com/in/ase-berg") },
    personal: [],
    professional: [],
  },
});

/**
 * What its button 'Send test payload' sends: a sample of each event, with a person in it who is
 * nobody, and beside the lists, which no other call has, when it was sent.
 */
export function mauticTest(email: string, at: Date, secret = MAUTIC_SECRET): Signed {
  const lead = mauticContact(12, email);
  const [timestamp, dateHit] = ["2017-06-09T10:00:00+00:00", "2017-06-09T09:59:58+00:00"];
  const events = {
    "mautic.lead_post_save_new": [{ contact: lead, timestamp }],
    "mautic.page_on_hit": [
      { hit: { url: "http://mautic.example/page", code: 200, dateHit, lead }, timestamp },
    ],
    "mautic.lead_post_delete": [{ id: 12, contact: lead, timestamp }],
  };
  return mauticCall({ ...events, timestamp: at.toISOString() }, secret);
}
