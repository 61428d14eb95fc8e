import type { ActivityDetails } from "../activities/activity";
import { asObject, type Loose, numberOf, textOf } from "./loose";
import type { TrackingMessage } from "./message";

const DAY_SECONDS = 86_400;

function pathOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).pathname : undefined;
}

/** A page that has a name only, as apps and servers send it: 'Pricing' is `/pricing`. */
const pathNamed = (name: string) =>
  `/${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")}`;

/**
 * The page that a page or screen call is about, or null where it names none. A server sends it in
 * `properties`, a browser in `context.page`.
 */
export function pageView(message: TrackingMessage): ActivityDetails["page_viewed"] | null {
  const { properties, context, name } = message;
  const page = asObject(context.page);
  const called = name ?? textOf(properties, "name");
  const path = namedPath(properties) ?? namedPath(page) ?? (called ? pathNamed(called) : undefined);
  if (path === undefined) return null;
  const title = textOf(properties, "title") ?? called ?? textOf(page, "title");
  return { path, ...(title ? { title } : {}), ...stay(properties) };
}

/**
 * The page that an event such as 'Page Viewed' or 'Viewed Pricing Page' is about. Its own
 * properties or its name must say so: the page around an event in a browser was told already.
 */
export function pageOfEvent(message: TrackingMessage): ActivityDetails["page_viewed"] | null {
  const { properties, event = "" } = message;
  if (!/\b(view|visit)/i.test(event)) return null;
  const bare = event.replace(/\b(view(ed|s)?|visit(ed|s)?|pages?|the|an?)\b/gi, "").trim();
  const inName = /\bpage\b/i.test(event) && bare !== "" ? pathNamed(bare) : undefined;
  const path = namedPath(properties) ?? inName;
  const title = textOf(properties, "title");
  return path === undefined ? null : { path, ...(title ? { title } : {}), ...stay(properties) };
}

function namedPath(from: Loose): string | undefined {
  return textOf(from, "path") ?? pathOf(textOf(from, "url"));
}

function stay(properties: Loose): { seconds?: number } {
  const seconds = numberOf(properties, "seconds", "timeOnPage", "duration");
  return seconds !== undefined && seconds >= 0 && seconds <= DAY_SECONDS ? { seconds } : {};
}
