import { z } from "zod";

/** The queues of the whole product, by the names that handlers are registered under. */
export const QUEUE_NAMES = [
  "enrich-lead",
  "tell-by-smtp",
  "tell-by-slack",
  "tell-by-teams",
  "forget-notices",
  "find-due-leads",
  "forget-answers",
  "judge-anew",
  "judge-leads",
  "stitch-visitors",
  "judge-by-model",
  "judge-by-exclusions",
  "sum-up-counts",
  "forget-activities",
  "score-due",
  "forget-scores",
  "forget-queue-changes",
  "escalate",
  "find-escalations",
  "end-grace",
  "sum-up-trends",
  "tell-month",
  "take-webhook",
  "find-webhooks",
  "forget-webhooks",
  "read-source",
  "find-sources",
  "sum-up-board",
  "send-outgoing",
  "find-outgoing",
  "read-crm",
  "forget-outgoing",
] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** How one queue treats its jobs; all times in seconds. */
export type QueueDefinition = {
  /** What a job carries: ids only, never personal data. */
  payload: z.ZodType<object>;
  /** How often a job that failed is tried again, first after how long, at most after how long. */
  retry: { limit: number; delay: number; delayMax: number };
  /** A job that takes longer has failed. */
  expire: number;
  /** Cron, where the queue fills itself: a job each time, none to make up for the time nobody ran. */
  every?: string;
  /** Jobs that one handler call takes at a time; 1 where left out. */
  batch?: number;
};

const nothing = z.strictObject({});

/**
 * One try to tell somebody. What the other side refuses is tried again by the delivery's own row;
 * the job itself comes again only where its process died or another holds the delivery.
 */
const telling = {
  payload: z.strictObject({ deliveryId: z.guid() }),
  retry: { limit: 8, delay: 15, delayMax: 120 },
  expire: 120,
  batch: 10,
};

/**
 * Every queue, defined once. Made by the owner when the database is migrated; whoever runs jobs
 * registers a handler for each by its name.
 */
export const QUEUES = {
  "enrich-lead": {
    payload: z.strictObject({ leadId: z.guid(), again: z.boolean().optional() }),
    retry: { limit: 5, delay: 1, delayMax: 300 },
    expire: 300,
    batch: 50,
  },
  "tell-by-smtp": telling,
  "tell-by-slack": telling,
  "tell-by-teams": telling,
  "forget-notices": {
    payload: nothing,
    retry: { limit: 2, delay: 60, delayMax: 600 },
    expire: 300,
    every: "47 3 * * *",
  },
  "find-due-leads": {
    payload: nothing,
    retry: { limit: 1, delay: 5, delayMax: 5 },
    expire: 60,
    every: "* * * * *",
  },
  "forget-answers": {
    payload: nothing,
    retry: { limit: 2, delay: 60, delayMax: 600 },
    expire: 300,
    every: "17 * * * *",
  },
  "judge-anew": {
    payload: nothing,
    retry: { limit: 3, delay: 5, delayMax: 60 },
    expire: 600,
    every: "* * * * *",
  },
  "judge-leads": {
    payload: z.strictObject({ leadIds: z.array(z.guid()).max(500) }),
    retry: { limit: 20, delay: 1, delayMax: 3_600 },
    expire: 600,
    batch: 1_000,
  },
  "stitch-visitors": {
    payload: z.strictObject({ leadIds: z.array(z.guid()).max(500) }),
    retry: { limit: 10, delay: 5, delayMax: 3_600 },
    expire: 120,
    batch: 20,
  },
  "judge-by-model": {
    payload: z.strictObject({ version: z.number().int(), afterId: z.guid().optional() }),
    retry: { limit: 10, delay: 5, delayMax: 300 },
    expire: 120,
  },
  "judge-by-exclusions": {
    payload: z.strictObject({ version: z.number().int(), afterId: z.guid().optional() }),
    retry: { limit: 10, delay: 5, delayMax: 300 },
    expire: 120,
  },
  "sum-up-counts": {
    payload: nothing,
    retry: { limit: 1, delay: 5, delayMax: 5 },
    expire: 60,
    every: "*/5 * * * *",
  },
  "forget-activities": {
    payload: nothing,
    retry: { limit: 5, delay: 60, delayMax: 3_600 },
    expire: 900,
    every: "41 3 * * *",
  },
  "score-due": {
    payload: nothing,
    retry: { limit: 3, delay: 5, delayMax: 60 },
    expire: 600,
    every: "* * * * *",
  },
  "forget-scores": {
    payload: nothing,
    retry: { limit: 2, delay: 60, delayMax: 600 },
    expire: 600,
    every: "23 3 * * *",
  },
  "forget-queue-changes": {
    payload: nothing,
    retry: { limit: 2, delay: 60, delayMax: 600 },
    expire: 300,
    every: "37 * * * *",
  },
  escalate: {
    payload: z.strictObject({ handoffId: z.guid() }),
    retry: { limit: 10, delay: 1, delayMax: 60 },
    expire: 60,
  },
  "find-escalations": {
    payload: nothing,
    retry: { limit: 1, delay: 5, delayMax: 5 },
    expire: 300,
    every: "* * * * *",
  },
  "end-grace": {
    payload: nothing,
    retry: { limit: 3, delay: 5, delayMax: 60 },
    expire: 300,
    every: "* * * * *",
  },
  "tell-month": {
    payload: nothing,
    retry: { limit: 3, delay: 60, delayMax: 600 },
    expire: 300,
    every: "11 * * * *",
  },
  "take-webhook": {
    payload: z.strictObject({ eventId: z.guid() }),
    retry: { limit: 20, delay: 1, delayMax: 3_600 },
    expire: 120,
    batch: 25,
  },
  "read-source": {
    payload: z.strictObject({ connectionId: z.guid() }),
    retry: { limit: 2, delay: 15, delayMax: 60 },
    expire: 300,
  },
  "find-sources": {
    payload: nothing,
    retry: { limit: 1, delay: 5, delayMax: 5 },
    expire: 60,
    every: "* * * * *",
  },
  "find-webhooks": {
    payload: nothing,
    retry: { limit: 1, delay: 5, delayMax: 5 },
    expire: 60,
    every: "* * * * *",
  },
  "forget-webhooks": {
    payload: nothing,
    retry: { limit: 2, delay: 60, delayMax: 600 },
    expire: 600,
    every: "53 3 * * *",
  },
  "sum-up-trends": {
    payload: nothing,
    retry: { limit: 1, delay: 5, delayMax: 5 },
    expire: 120,
    every: "*/5 * * * *",
  },
  "sum-up-board": {
    payload: nothing,
    retry: { limit: 1, delay: 5, delayMax: 5 },
    expire: 60,
    every: "* * * * *",
  },
  // A row that failed is tried again by itself; the job comes again where another one was at it.
  "send-outgoing": {
    payload: z.strictObject({ connectionId: z.guid() }),
    retry: { limit: 8, delay: 3, delayMax: 60 },
    expire: 300,
    batch: 20,
  },
  "forget-outgoing": {
    payload: nothing,
    retry: { limit: 2, delay: 60, delayMax: 600 },
    expire: 300,
    every: "29 3 * * *",
  },
  "read-crm": {
    payload: nothing,
    retry: { limit: 1, delay: 30, delayMax: 30 },
    expire: 300,
    every: "*/5 * * * *",
  },
  "find-outgoing": {
    payload: nothing,
    retry: { limit: 1, delay: 5, delayMax: 5 },
    expire: 60,
    every: "* * * * *",
  },
} as const satisfies Record<QueueName, QueueDefinition>;

export type Payload<N extends QueueName> = z.output<(typeof QUEUES)[N]["payload"]>;

/** A queue's definition where only its name is known. */
export const queueOf = (name: QueueName): QueueDefinition => QUEUES[name];
