import { z } from "zod";
import type { FieldDefinition } from "./field";

const owner = "Marketing ops";

/** Spec C3.8: fewer than three touchpoints are no curated trail, more than five are a log. */
export const TRAIL_MIN = 3;
export const TRAIL_MAX = 5;

/** One curated group of activities, worded for the rep. Instants are ISO 8601. */
export const touchpoint = z.object({
  kind: z.string(),
  text: z.string(),
  count: z.number().int().positive(),
  firstAt: z.string(),
  lastAt: z.string(),
});
export type Touchpoint = z.infer<typeof touchpoint>;

/** One line of C3.1 to C3.7: what it was, how often, when last, and for how long where known. */
const entry = z.object({
  text: z.string(),
  count: z.number().int().positive(),
  firstAt: z.string(),
  lastAt: z.string(),
  seconds: z.number().optional(),
  /** A chat as it was said (C3.5). */
  transcript: z.string().optional(),
});
const entries = z.array(entry).min(1);

const evidence = (id: string, key: string, label: string) =>
  ({
    id,
    key,
    label,
    level: "optional",
    trust: "captured",
    owner,
    sources: ["map"],
    value: entries,
  }) as const;

/** C3. The evidence by kind, and what marketing ops made of it. */
export const behavioralTrail = [
  { ...evidence("C3.1", "pages", "Pages visited"), level: "recommended", id: "C3.1" },
  { ...evidence("C3.2", "downloads", "Content downloaded"), id: "C3.2" },
  { ...evidence("C3.3", "emails", "Emails opened and clicked"), id: "C3.3" },
  { ...evidence("C3.4", "events", "Events"), id: "C3.4" },
  { ...evidence("C3.5", "conversations", "Chats and forms"), id: "C3.5" },
  { ...evidence("C3.6", "competitors", "Competitor content"), id: "C3.6" },
  { ...evidence("C3.7", "highIntentTime", "Time on high-intent pages"), id: "C3.7" },
  {
    id: "C3.8",
    key: "trail",
    label: "Curated trail",
    level: "required",
    trust: "captured",
    owner,
    sources: ["map", "person"],
    value: z.array(touchpoint).min(TRAIL_MIN).max(TRAIL_MAX),
  },
  {
    id: "C3.9",
    key: "summary",
    label: "Summary",
    level: "required",
    trust: "verified",
    owner,
    sources: ["person", "map"],
    value: z.string().trim().min(1),
  },
] as const satisfies readonly FieldDefinition[];
