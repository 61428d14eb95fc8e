import { describe, expect, it } from "vitest";
import { instantText, type MarketoActivity, marketoActivity } from "./activity";

const ID = "7d0f8a52-0000-4000-8000-000000000000";
const activity = (more: Partial<MarketoActivity>): MarketoActivity => ({
  ...{ id: 102988, marketoGUID: "102988", leadId: 1, activityTypeId: 1 },
  ...{ activityDate: "2023-01-16T23:32:19Z", attributes: [], ...more },
});
const told = (type: string, more: Partial<MarketoActivity>) =>
  marketoActivity(activity(more), type, ID);

describe("K.1 an activity of Marketo's", () => {
  it("is the page of its documentation's own example", () => {
    const attributes = [
      { name: "Query Parameters", value: "" },
      { name: "User Agent", value: "Mozilla/5.0 Chrome/39.0" },
      { name: "Webpage URL", value: "/munchkintest2.html" },
    ];
    const primaryAttributeValue = "localhost/munchkintest2.html";
    expect(told("Visit Webpage", { attributes, primaryAttributeValue })).toEqual({
      ...{ id: "marketo-7d0f8a52-102988", leadExternalId: "marketo-7d0f8a52-1" },
      ...{ occurredAt: "2023-01-16T23:32:19Z", kind: "page_viewed", path: "/munchkintest2.html" },
      userAgent: "Mozilla/5.0 Chrome/39.0",
    });
    expect(told("Visit Webpage", { primaryAttributeValue })).toMatchObject({
      path: "/munchkintest2.html",
    });
  });

  it("is a download where a link leads to a file, which Marketo has no type for", () => {
    const file = { primaryAttributeValue: "https://x.example/a/Guide%20to%20X.pdf?utm=1" };
    expect(told("Click Link", file)).toMatchObject({
      ...{ kind: "content_downloaded", title: "Guide to X.pdf" },
    });
    expect(told("Click Link", { primaryAttributeValue: "https://x.example/a" })).toBeNull();
  });

  it.each([
    ["Attended", "event_attended"],
    ["Attended On-demand", "event_attended"],
    ["Registered", "event_registered"],
    ["No Show", undefined],
    ["Did Not Attend", undefined],
  ])("is an event by its new status %s", (value, kind) => {
    const attributes = [{ name: "New Status", value }];
    const given = { attributes, primaryAttributeValue: "Webinar" };
    expect(told("Change Status in Progression", given)?.kind).toBe(kind);
  });

  it("is nothing where it only says that a lead changed", () => {
    expect(told("Change Data Value", {})).toBeNull();
    expect(told("", {})).toBeNull();
  });

  it.each([
    ["2024-03-10T09:24:11Z+0000", "2024-03-10T09:24:11Z"],
    ["2014-09-17T22:31:49+0000", "2014-09-17T22:31:49+0000"],
  ])("tells its time as %s", (given, text) => {
    expect(instantText(given)).toBe(text);
  });

  it("is none where its type is called as something that every object has", () => {
    for (const type of ["constructor", "__proto__", "toString"]) expect(told(type, {})).toBeNull();
  });
});
