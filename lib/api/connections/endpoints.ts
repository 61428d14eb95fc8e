import { z } from "zod";
import { endpoint } from "@/lib/access/requests/endpoint";
import { problemDocument } from "@/lib/access/requests/problem";
import { CONNECTABLE } from "@/lib/connections/systems";
import { TAKEN_EXAMPLE } from "../examples/problems";

const IDS = CONNECTABLE.map(({ id }) => id);

/** 'clearbit: secrets.apiKey, settings.address (optional)', one line for each system. */
const asked = CONNECTABLE.map(({ id, settings }) => {
  const named = settings.map(({ key, secret, optional }) => {
    return `${secret ? "secrets" : "settings"}.${key}${optional ? " (optional)" : ""}`;
  });
  return `${id}: ${named.join(", ")}`;
}).join("; ");

const name = z
  .string("must be text")
  .trim()
  .min(1, "is empty")
  .max(100, "is longer than 100 characters")
  .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed(), "cannot be kept as it is");

const values = z.record(z.string(), z.string("must be text"));

export const connectionDocument = z.object({
  id: z.guid(),
  webhookUrl: z.url().optional().describe("Where the system calls us, if it does"),
});

export const connectSystem = endpoint({
  method: "POST",
  path: "/connections",
  summary: "Connect a system",
  scope: "connections:write",
  description: `Secrets are kept encrypted and are never shown again. What each system asks for: ${asked}.`,
  body: z.strictObject({
    system: z.enum(IDS, `is not one of ${IDS.join(", ")}`),
    name: name.describe("What it is called on screen and in history"),
    settings: values.default({}).describe("What may be seen, by key"),
    secrets: values.default({}).describe("What may not, by key"),
  }),
  example: {
    system: "mautic",
    name: "Mautic",
    secrets: { secret: "the secret that Mautic shows beside the webhook" },
  },
  answers: {
    201: { description: "Connected", schema: connectionDocument },
    409: {
      description: "Another connection has this name",
      schema: problemDocument,
      example: TAKEN_EXAMPLE,
    },
  },
});
