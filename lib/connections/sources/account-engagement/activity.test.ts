import { describe, expect, it } from "vitest";
import { unitActivity } from "./activity";

const ID = "7d0f8a52-0000-4000-8000-000000000000";
const told = (type: number, typeName: string, more: object = {}) =>
  unitActivity(
    {
      ...{ id: 9, type, typeName, prospectId: 7, details: "Guide" },
      ...{ createdAt: "2026-05-16T11:27:08-07:00", ...more },
    },
    { connectionId: ID, pagesRead: true },
  );
const link = (destinationUrl: string) => ({
  ...{ customRedirectId: 3, customRedirect: { name: "Spring banner", destinationUrl } },
});

describe("K.1 a visitor activity of Account Engagement", () => {
  it.each([
    [1, "Email", { listEmailId: 4 }, "email_clicked"],
    [1, "Email Tracker", {}, "email_clicked"],
    [1, "File", {}, "content_downloaded"],
    [1, "Landing Page Tracker", {}, undefined],
    [1, "Custom Redirect", {}, undefined],
    [1, "Custom Redirect", link("https://nordlys.example/guide.pdf?x=1"), "content_downloaded"],
    [21, "Custom URL", link("https://nordlys.example/guide.pdf"), "content_downloaded"],
    [1, "Custom Redirect", link("https://nordlys.example/pricing"), undefined],
    [1, "Custom Redirect", { customRedirectId: 3, customRedirect: null }, undefined],
    [2, "File", {}, "content_downloaded"],
    [2, "Landing Page", {}, "page_viewed"],
    [2, "Form", {}, undefined],
    [3, "Form", {}, undefined],
    [4, "Form", {}, "form_submitted"],
    [4, "Form Handler", {}, "form_submitted"],
    [6, "Email", {}, undefined],
    [11, "Email", {}, "email_opened"],
    [12, "Email", {}, undefined],
    [20, "Visit", {}, undefined],
    [24, "Webinar", {}, "event_attended"],
    [25, "Webinar", {}, "event_registered"],
    [28, "Event", {}, "event_registered"],
    [29, "Event", {}, "event_attended"],
    [4, "Form", { prospectId: null }, undefined],
  ] as const)("of type %i and name %s is what it is by both", (type, name, more, kind) => {
    expect(told(type, name, more)?.kind).toBe(kind);
  });

  it("has an id and a lead of its own connection, and the time as it was told", () => {
    expect(told(2, "Page View", { details: "https://nordlys.example/pricing?x=1" })).toEqual({
      ...{ id: "pardot-7d0f8a52-9", leadExternalId: "pardot-7d0f8a52-7" },
      ...{ occurredAt: "2026-05-16T11:27:08-07:00", kind: "page_viewed", path: "/pricing" },
    });
  });

  it("calls a tracked link as marketing named it, and a page's view by it only where no visit tells", () => {
    const file = "https://nordlys.example/cold-chain.pdf";
    expect(told(1, "Custom Redirect", link(file))).toMatchObject({
      ...{ kind: "content_downloaded", title: "Spring banner", url: file },
    });
    const click = link("https://nordlys.example/pricing?a=1");
    const page = { id: 9, type: 1, typeName: "Custom Redirect", prospectId: 7, details: "Spring" };
    const at = { createdAt: "2026-05-16T11:27:08-07:00" };
    const alone = { connectionId: ID, pagesRead: false };
    expect(unitActivity({ ...page, ...at, ...click }, alone)).toMatchObject({
      ...{ kind: "page_viewed", path: "/pricing", title: "Spring banner" },
    });
  });

  it("tells mails apart by what sent them", () => {
    expect(told(11, "Email", { listEmailId: 4, emailTemplateId: 5 })).toMatchObject({
      ...{ messageId: "pardot-listEmailId-4", subject: "Guide" },
    });
  });
});
