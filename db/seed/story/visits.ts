import type { ActivityKind } from "@/lib/intake/activities/activity";
import type { ActivityInput } from "@/lib/intake/input";
import { DAY, HOUR, MINUTE, SECOND } from "@/lib/platform/durations";
import type { Random } from "../random";
import { after } from "./calendar";
import { NEWSLETTERS, PASSING, PRICING, type Theme } from "./themes";

const SITE = "https://tallyport.example";
const BROWSERS = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
  "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
];

/** The lead's side of the story: who acts, about what, and which system tells us of it. */
export type Actor = {
  lead: { leadEmail: string } | { leadExternalId: string };
  key: string;
  theme: Theme;
  /** Where page views come from: the website itself, or by way of HubSpot. */
  pagesFrom: "Website" | "HubSpot";
  userAgent: string;
  next: () => number;
};

export function actor(
  chance: Random,
  given: Pick<Actor, "lead" | "key" | "theme" | "pagesFrom">,
): Actor {
  let count = 0;
  return { ...given, userAgent: chance.pick(BROWSERS), next: () => ++count };
}

/** One activity. Its id repeats with the seed, as a sending system's would with the event. */
export function act<K extends ActivityKind>(
  { lead, key, userAgent, next }: Actor,
  kind: K,
  at: Date,
  source: string,
  details: Extract<ActivityInput, { kind: K }>["details"],
  more: { userAgent?: string; product?: string } = {},
): ActivityInput {
  const id = `${key}#${next()}`;
  // Kind and details belong together by this function's signature; TypeScript cannot follow.
  return {
    id,
    ...lead,
    kind,
    occurredAt: at,
    source,
    userAgent,
    details,
    ...more,
  } as ActivityInput;
}

function page(who: Actor, at: Date, [path, title]: readonly [string, string], seconds: number) {
  return act(who, "page_viewed", at, who.pagesFrom, { path, title, seconds });
}

/** Pages one after the other, each read for a while. Answers when the last was left, too. */
function read(
  chance: Random,
  who: Actor,
  from: Date,
  pages: readonly (readonly [string, string])[],
  seconds: readonly [number, number],
): { activities: ActivityInput[]; until: Date } {
  let at = from;
  const activities = pages.map((one) => {
    const stayed = chance.between(...seconds);
    const viewed = page(who, at, one, stayed);
    at = after(at, (stayed + chance.between(2, 9)) * SECOND);
    return viewed;
  });
  return { activities, until: at };
}

/** A short visit that says little. */
export function glance(chance: Random, who: Actor, at: Date): ActivityInput[] {
  const pages = chance.shuffled(PASSING).slice(0, chance.between(1, 3));
  return read(chance, who, at, pages, [8, 70]).activities;
}

/** A visit about the theme: its pages, and perhaps the guide. */
export function look(chance: Random, who: Actor, at: Date, guide: boolean): ActivityInput[] {
  const { pages, guide: title } = who.theme;
  const visit = read(chance, who, at, chance.shuffled(pages.slice(1)).slice(0, 1), [20, 150]);
  if (!guide) return visit.activities;
  const url = `${SITE}/library`;
  return [
    ...visit.activities,
    act(who, "content_downloaded", visit.until, "Website", { title, url }),
  ];
}

/** A mail and what became of it: opened by about half, clicked by about every fourth. */
function mail(chance: Random, who: Actor, at: Date, subject: string): ActivityInput[] {
  const messageId = `${who.theme.id}-${subject.length}-${who.key}-${who.next()}`;
  const details = { messageId, subject };
  const sent = act(who, "email_delivered", at, "HubSpot", details);
  const fate = chance.weighted({ unread: 50, opened: 26, clicked: 24 });
  if (fate === "unread") return [sent];
  const seen = after(at, chance.between(4, 9 * 60) * MINUTE);
  const opened = act(who, "email_opened", seen, "HubSpot", details);
  if (fate === "opened") return [sent, opened];
  const url = `${SITE}${who.theme.pages[0]?.[0] ?? "/"}`;
  const clicked = after(seen, chance.between(12, 90) * SECOND);
  return [sent, opened, act(who, "email_clicked", clicked, "HubSpot", { ...details, url })];
}

export function campaignMail(chance: Random, who: Actor, at: Date): ActivityInput[] {
  return mail(chance, who, at, chance.pick([...who.theme.mails, ...NEWSLETTERS]));
}

/** Registered some days before, and perhaps attended. */
export function webinar(chance: Random, who: Actor, at: Date, attends: boolean): ActivityInput[] {
  const title = who.theme.webinar;
  const before = after(at, -chance.between(2, 6) * DAY);
  const registered = act(who, "event_registered", before, "Webinar platform", { title });
  if (!attends) return [registered];
  return [registered, act(who, "event_attended", after(at, HOUR), "Webinar platform", { title })];
}

/** The visit after which a lead is worth a call. `wants` says what is done in it, in its order. */
export type Want = "pages" | "pricing" | "comparison" | "document" | "chat" | "request";

function wanted(chance: Random, who: Actor, at: Date, want: Want) {
  const { pages, comparison, buyersDocument, question, answer, request } = who.theme;
  const done = (activity: ActivityInput) => ({
    activities: [activity],
    until: after(at, chance.between(30, 120) * SECOND),
  });
  switch (want) {
    case "pages":
      return read(chance, who, at, pages.slice(0, 1), [40, 240]);
    case "pricing":
      return read(chance, who, at, [PRICING], [45, 280]);
    case "comparison":
      return read(chance, who, at, [[comparison[0], `Compared with ${comparison[1]}`]], [30, 150]);
    case "document":
      return done(
        act(who, "content_downloaded", at, "Website", {
          title: buyersDocument,
          url: `${SITE}/library`,
        }),
      );
    case "chat": {
      const transcript = `Visitor: ${question}\nTallyport agent: ${answer}\nVisitor: Good to know, thanks.`;
      return done(act(who, "chat", at, "Website chat", { transcript }));
    }
    case "request":
      return done(act(who, "form_submitted", at, "Website", { form: request, fields: {} }));
  }
}

/** The activities of a decisive visit, in time order. */
export function study(
  chance: Random,
  who: Actor,
  from: Date,
  wants: readonly Want[],
): ActivityInput[] {
  let at = from;
  return wants.flatMap((want) => {
    const step = wanted(chance, who, at, want);
    at = step.until;
    return step.activities;
  });
}
