import type { ActivityInput } from "@/lib/intake/input";
import { DAY, HOUR, MINUTE } from "@/lib/platform/durations";
import type { Random } from "../random";
import { after } from "./calendar";
import { PRICING } from "./themes";
import { type Actor, act } from "./visits";

const LINKS = ["/pricing", "/solutions", "/unsubscribe", "/customers"];
const GATEWAY = "Mozilla/5.0 (compatible; Mimecast URL Protect)";
const CRAWLER = "Mozilla/5.0 (compatible; LinkPreviewBot/1.4; +https://preview.example/bot)";

/** A mail gateway that follows every link within seconds of delivery, as if it were very keen. */
function scanned(chance: Random, who: Actor, at: Date): ActivityInput[] {
  const messageId = `${who.key}-scanned-${who.next()}`;
  const details = { messageId, subject: chance.pick(who.theme.mails) };
  const clicks = LINKS.map((path, order) =>
    act(who, "email_clicked", after(at, 1_500 + order * 240), "HubSpot", {
      ...details,
      url: `https://tallyport.example${path}`,
    }),
  );
  return [act(who, "email_delivered", at, "HubSpot", details), ...clicks];
}

/** A gateway that says who it is. */
function prefetched(chance: Random, who: Actor, at: Date): ActivityInput[] {
  const details = { messageId: `${who.key}-${who.next()}`, subject: chance.pick(who.theme.mails) };
  const opened = after(at, chance.between(1, 40) * MINUTE);
  return [
    act(who, "email_delivered", at, "HubSpot", details),
    act(who, "email_opened", opened, "HubSpot", details, { userAgent: GATEWAY }),
  ];
}

/** A crawler that came by a link sent to the lead. */
function crawled(chance: Random, who: Actor, at: Date): ActivityInput[] {
  return Array.from({ length: chance.between(2, 5) }, (_, order) =>
    act(
      who,
      "page_viewed",
      after(at, order * 700),
      who.pagesFrom,
      { path: PRICING[0] },
      { userAgent: CRAWLER },
    ),
  );
}

const CALLS = [
  "Called, no answer. Will try next week.",
  "Spoke to reception, asked to send material.",
  "Left a message about the pilot.",
];

/** What a rep of ours did about the company long before. */
function calledBefore(chance: Random, who: Actor, at: Date): ActivityInput[] {
  const before = after(at, -chance.between(1, 20) * DAY);
  return [act(who, "sales_activity", before, "CRM", { text: chance.pick(CALLS) })];
}

/** A form for the training business, which has nothing to do with the platform. */
function otherProduct(_chance: Random, who: Actor, at: Date): ActivityInput[] {
  const form = "Academy enrolment";
  return [act(who, "form_submitted", at, "Website", { form, fields: {} }, { product: "Academy" })];
}

function testForm(_chance: Random, who: Actor, at: Date): ActivityInput[] {
  const fields = { message: "test", name: "test" };
  return [act(who, "form_submitted", after(at, HOUR), "Website", { form: "Contact us", fields })];
}

const NOISES = [scanned, scanned, prefetched, crawled, calledBefore, otherProduct, testForm];

/** Something that the rules ought to leave out of the trail. */
export function noise(chance: Random, who: Actor, at: Date): ActivityInput[] {
  return chance.pick(NOISES)(chance, who, at);
}

const OVERHEARD = [
  "Met at our stand in Rotterdam: the tender is due in March.",
  "Asked at the meetup who else in the region uses us.",
  "A colleague of theirs is a customer of ours at another site.",
];

/** What a marketer knows that no system recorded. */
export function remark(chance: Random, who: Actor, at: Date): ActivityInput[] {
  return [act(who, "remark", at, "Marketing", { text: chance.pick(OVERHEARD) })];
}

/** Interest in a competitor, seen elsewhere. */
export function intentSignal(chance: Random, who: Actor, at: Date): ActivityInput[] {
  const competitor = who.theme.comparison[1];
  const title = chance.pick([`${competitor} alternatives`, `How ${competitor} prices by shipment`]);
  return [act(who, "competitor_content", at, "Intent feed", { competitor, title })];
}
