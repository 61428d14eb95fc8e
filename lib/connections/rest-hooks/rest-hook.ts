import type { ProviderSetting } from "@/lib/enrichment/provider";
import { baseUrl } from "@/lib/platform/env";
import type { Json } from "@/lib/standard/field";
import type { OutgoingKind } from "../outbox/outgoing";
import { keyOfSecret } from "../senders/standard-webhooks";
import { HOOK_EVENTS, type HookEvent, hookEventOf } from "./hook-event";
import { wrongTarget } from "./outside";

/** A system that subscribes by the API to what Baton tells: its target address is told each event. */
export type HookSystem = {
  id: "rest_hook";
  label: string;
  settings: readonly ProviderSetting[];
  wrong(key: string, value: string): string | null;
  /** Tells it from the other kinds of systems. */
  subscribes: true;
};

/** The events of a hook as its settings keep them: their names with spaces between, or nothing for all. */
export function hookEventsOf(settings: { [key: string]: Json }): readonly HookEvent[] {
  const named = typeof settings.events === "string" ? settings.events.split(/\s+/) : [];
  const known = HOOK_EVENTS.filter((event) => named.includes(event));
  return known.length > 0 ? known : HOOK_EVENTS;
}

/** True where something of this kind may be one of a hook's events, whatever the rep's answer is. */
export function mayTell(events: readonly HookEvent[], kind: OutgoingKind): boolean {
  return [true, false].some((accepted) => {
    const event = hookEventOf(kind, accepted);
    return event !== null && events.includes(event);
  });
}

/** Why an event is not told to a hook with such settings; null where it is. No event: nothing is left to say. */
export function whyNotTold(
  settings: { [key: string]: Json },
  event: HookEvent | undefined,
): string | null {
  if (!event) return "It was taken back before it went out.";
  return hookEventsOf(settings).includes(event) ? null : `It asked for no ${event}.`;
}

export const restHook: HookSystem = {
  id: "rest_hook",
  label: "REST hook",
  settings: [
    { key: "address", label: "Target address", secret: false },
    { key: "events", label: "Events", secret: false, optional: true },
    { key: "signingSecret", label: "Signing secret", secret: true },
  ],
  subscribes: true,
  wrong: (key, value) => {
    if (key === "address") return wrongTarget(value, baseUrl);
    if (key === "signingSecret")
      return (keyOfSecret(value)?.length ?? 0) >= 24
        ? null
        : "is not a secret such as whsec_ and 24 random bytes or more in base64";
    const unknown = value.split(/\s+/).find((one) => !HOOK_EVENTS.some((event) => event === one));
    return unknown
      ? `has ${unknown.slice(0, 60)}, which is not one of ${HOOK_EVENTS.join(", ")}`
      : null;
  },
};
