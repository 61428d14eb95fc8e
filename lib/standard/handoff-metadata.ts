import { z } from "zod";
import type { FieldDefinition } from "./field";

/** One touch: where a lead came from at one moment. At least one of the three is known. */
const touch = z.object({
  campaign: z.string().nullable(),
  channel: z.string().nullable(),
  asset: z.string().nullable(),
});

/** C5.3: campaign, channel and asset; first and last touch where both are known. */
export const attribution = touch.extend({
  firstTouch: touch.extend({ at: z.string() }).nullable(),
  lastTouch: touch.extend({ at: z.string() }).nullable(),
});
export type Attribution = z.infer<typeof attribution>;

/** C5. The handoff about itself: when, why this rep, from where, and what marketing adds. */
export const handoffMetadata = [
  {
    id: "C5.1",
    key: "routedAt",
    label: "Routed",
    level: "required",
    trust: "captured",
    owner: "Sales ops",
    sources: ["routing"],
    value: z.iso.datetime({ offset: true }),
  },
  {
    id: "C5.2",
    key: "routingReason",
    label: "Routing reason",
    level: "required",
    trust: "captured",
    owner: "Sales ops",
    sources: ["routing"],
    value: z.string().trim().min(1),
  },
  {
    id: "C5.3",
    key: "attribution",
    label: "Campaign, channel, asset",
    level: "required",
    trust: "captured",
    owner: "Campaigns",
    sources: ["form", "map"],
    // Complete means all three: an unknown asset is shown as the gap that it is.
    value: attribution.extend({
      campaign: z.string().min(1),
      channel: z.string().min(1),
      asset: z.string().min(1),
    }),
  },
  {
    id: "C5.4",
    key: "notes",
    label: "Notes and flags",
    level: "optional",
    trust: "captured",
    owner: "Marketing ops",
    sources: ["person"],
    value: z.object({ notes: z.array(z.string()), flags: z.array(z.string()) }),
  },
] as const satisfies readonly FieldDefinition[];
