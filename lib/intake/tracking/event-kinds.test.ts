import { describe, expect, it } from "vitest";
import { activityTold } from "./activity-told";
import type { Loose } from "./loose";
import { readMessage } from "./message";

const now = new Date("2026-06-03T12:00:00.000Z");

function told(given: Loose) {
  const answer = readMessage({ userId: "u-1", ...given }, {}, now);
  if (!answer.ok) throw new Error(answer.reason);
  const activity = activityTold(answer.message, "m-1");
  return activity && [activity.kind, activity.details];
}
const track = (event: string, properties: Loose = {}) => told({ type: "track", event, properties });

describe("C3 what a tracked event means", () => {
  it.each([
    ["Content Downloaded", { title: "Security pack" }, "content_downloaded", "title"],
    ["File Downloaded", { file_name: "Security pack" }, "content_downloaded", "title"],
    ["whitepaper_downloaded", { content_title: "Security pack" }, "content_downloaded", "title"],
    ["Webinar Attended", { webinar_name: "Security pack" }, "event_attended", "title"],
    ["Joined Event", { eventName: "Security pack" }, "event_attended", "title"],
    ["Event Registered", { title: "Security pack" }, "event_registered", "title"],
    ["registeredForWebinar", { title: "Security pack" }, "event_registered", "title"],
    ["Email Opened", { email_id: "Security pack" }, "email_opened", "messageId"],
    ["Email Link Clicked", { email_id: "Security pack" }, "email_clicked", "messageId"],
    ["Email Delivered", { email_subject: "Security pack" }, "email_delivered", "subject"],
    ["Form Submitted", { form_name: "Security pack" }, "form_submitted", "form"],
    [
      "Competitor Content Viewed",
      { competitor: "Security pack" },
      "competitor_content",
      "competitor",
    ],
    ["Live Chat Message Sent", { message_body: "Security pack" }, "chat", "transcript"],
    ["Conversation Ended", { transcript: "Security pack" }, "chat", "transcript"],
    ["Viewed Pricing Page", {}, "page_viewed", "path"],
    ["Page Viewed", { url: "https://acme.example/pricing?x=1#y" }, "page_viewed", "path"],
  ])("reads %s", (event, properties, kind, detail) => {
    const [found, details] = track(event, properties) ?? [];
    expect(found).toBe(kind);
    const value = (details as Record<string, string>)[detail];
    expect(value).toBe(detail === "path" ? "/pricing" : "Security pack");
  });

  it("takes a request for the form that it is, under the event's name, with its answers", () => {
    expect(track("Demo Requested", { team_size: 40, note: "x".repeat(20_000) })).toEqual([
      "form_submitted",
      { form: "Demo Requested", fields: { team_size: "40", note: "x".repeat(10_000) } },
    ]);
  });

  it.each([
    "Song Played",
    "Email Bounced",
    "Session Started",
    "Product Viewed",
    "Chat Opened",
    "💥",
  ])("keeps no activity of %s, which is no step of a purchase", (event) => {
    expect(track(event, { name: "Fallin for You" })).toBeNull();
  });

  it("reads a page from where a server puts it, a browser puts it, or from its name", () => {
    const url = "https://acme.example/security?utm_source=x";
    const seconds = { seconds: 12 };
    expect(told({ type: "page", properties: { url, ...seconds } })).toEqual([
      "page_viewed",
      { path: "/security", seconds: 12 },
    ]);
    const context = { page: { path: "/security", title: "Security" } };
    expect(told({ type: "page", context })?.[1]).toEqual({ path: "/security", title: "Security" });
    expect(told({ type: "screen", name: "Pricing & plans" })?.[1]).toEqual({
      path: "/pricing-plans",
      title: "Pricing & plans",
    });
    expect(told({ type: "page" })).toBeNull();
  });

  it("clips what is too long instead of losing the event", () => {
    expect(track("Content Downloaded", { title: "🚚".repeat(10_000) })?.[0]).toBe(
      "content_downloaded",
    );
  });
});
