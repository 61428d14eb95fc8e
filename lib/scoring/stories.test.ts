import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activity";
import { curate } from "@/lib/trail/curation";
import { sift } from "@/lib/trail/exclusions";
import { opener } from "@/lib/trail/opener";
import { DEFAULT_TRAIL_SETTINGS } from "@/lib/trail/settings";
import { draftSummary } from "@/lib/trail/summary-draft";
import {
  attended,
  chat,
  competitor,
  did,
  download,
  form,
  mail,
  NOW,
  page,
  registered,
  remark,
} from "@/lib/trail/testing/story";
import { DEFAULT_MODEL } from "./default-model";
import { icpFit } from "./icp";
import { scoreTrend } from "./trend";
import { findTrigger } from "./trigger";

const fit = icpFit(
  {
    employees: 1_200,
    industry: "Logistics, cold chain",
    techStack: ["SAP S/4HANA"],
    region: "GR",
    revenue: "€ 200–500 M",
    jobTitle: "VP Operations",
  },
  DEFAULT_MODEL,
);

/** What the rep gets to read of a lead from a company of tier 2: Ingrid of Nordlys Logistics. */
function told(...activities: Activity[]) {
  const { kept, credible, reEngaged } = sift(activities, DEFAULT_TRAIL_SETTINGS, NOW);
  const trigger = findTrigger(credible, fit, DEFAULT_MODEL, NOW);
  const touchpoints = curate(kept, { now: NOW, trigger });
  const who = { name: "Ingrid Solberg", givenName: "Ingrid", company: "Nordlys Logistics" };
  return {
    whyNow: trigger?.text ?? null,
    trail: touchpoints.map(({ text }) => text),
    say: opener({ touchpoints, trigger }),
    summary: draftSummary({ ...who, touchpoints, trigger }),
    trend: scoreTrend(credible, fit, DEFAULT_MODEL, NOW).direction,
    reEngaged,
  };
}

const CHROME = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/141.0 Safari/537.36";
const GATEWAY = "Mozilla/5.0 (compatible; Mimecast URL Protect)";

describe("C3.8 C3.9 C4.5 C4.6 small stories, as the rep reads them", () => {
  it("a buyer who went from the webinar by the prices to the security pack", () => {
    expect(
      told(
        registered(12, "Migrating without downtime"),
        attended(8, "Migrating without downtime"),
        page(6, "/compare/transporeon"),
        page(5, "/integrations/sap", 120),
        page(4, "/integrations/sap", 60),
        page(1.1, "/pricing", 100),
        form(0.1, "Security pack request"),
        download(0.1, "Security pack 2026"),
      ),
    ).toEqual({
      whyNow: "Read /pricing, a week after attending ‘Migrating without downtime’",
      trail: [
        "Downloaded ‘Security pack 2026’",
        "Read /integrations/sap twice, 3 min in all",
        "Read our comparison with Transporeon",
        "Attended ‘Migrating without downtime’",
      ],
      say: "I saw that you were reading our pricing page. Is there a budget already, or are you putting one together?",
      summary:
        "Ingrid Solberg of Nordlys Logistics read /pricing, a week after attending ‘Migrating without downtime’. Ingrid also downloaded ‘Security pack 2026’ and read /integrations/sap twice and our comparison with Transporeon. Transporeon is being looked at as well.",
      trend: "rising",
      reEngaged: false,
    });
  });

  it("a visitor who only ever read prices", () => {
    expect(told(page(5, "/pricing"), page(2, "/pricing"))).toEqual({
      whyNow: null,
      trail: ["Read /pricing twice"],
      say: "I saw that you were reading our pricing page. Is there a budget already, or are you putting one together?",
      summary:
        "Ingrid Solberg of Nordlys Logistics read /pricing twice. Nothing else stands out in the last 90 days.",
      trend: "rising",
      reEngaged: false,
    });
  });

  it("a demo asked for out of the blue", () => {
    expect(told(page(0.02, "/"), form(0.01, "Book a demo"), page(0.005, "/pricing"))).toMatchObject(
      {
        whyNow: "Read /pricing, within the hour of asking for a demo",
        trail: ["Read /pricing", "Asked for a demo"],
      },
    );
  });

  it("a lead that came back after five months", () => {
    expect(
      told(download(155, "ROI sheet"), form(1, "Contact us"), page(0.5, "/compare/transporeon")),
    ).toMatchObject({
      whyNow: "Read our comparison with Transporeon, a day after asking to be contacted",
      trail: ["Read our comparison with Transporeon", "Asked to be contacted"],
      reEngaged: true,
    });
  });

  it("a mailing that only a gateway opened", () => {
    const clicks = ["/pricing", "/security", "/demo"].map((url) =>
      mail(1, "clicked", "October news", url, { id: url, userAgent: GATEWAY }),
    );
    expect(told(mail(1, "delivered", "October news"), ...clicks)).toEqual({
      whyNow: null,
      trail: [],
      say: null,
      summary: null,
      trend: "stable",
      reEngaged: false,
    });
  });

  it("a person who clicked what a scanner had clicked before", () => {
    const second = 1 / 86_400;
    expect(
      told(
        mail(2, "delivered", "October pricing"),
        mail(2 - 2 * second, "clicked", "October pricing", "/pricing", { id: "scanner" }),
        mail(1.8, "clicked", "October pricing", "/pricing", { id: "person", userAgent: CHROME }),
      ),
    ).toMatchObject({
      trail: ["Clicked through from ‘October pricing’"],
      say: "Is there a budget already, or are you putting one together?",
    });
  });

  it("an applicant who looked for a job", () => {
    expect(
      told(page(2, "/careers"), page(2, "/careers/driver"), page(1, "/privacy")),
    ).toMatchObject({ trail: [], say: null, summary: null });
  });

  it("a question in the chat, which says more than any page", () => {
    const talk = "Support bot: Hello\nIngrid: How do we roll back if the first night fails?";
    const story = told(page(3, "/integrations/sap"), chat(1, talk), page(2, "/blog/night-shift"));
    expect(story.trail[0]).toBe(
      "Asked in the chat: “How do we roll back if the first night fails?”",
    );
    expect(story.say).toBe(
      "You asked in the chat: “How do we roll back if the first night fails?” Did you get the answer you needed?",
    );
  });

  it("a comparison seen elsewhere, which the rep knows and does not mention", () => {
    const story = told(competitor(2, "Transporeon", "Transporeon vs Baton"));
    expect(story.trail).toEqual(["Read a comparison with Transporeon"]);
    expect(story.say).toBe("What matters most to you when you compare?");
    expect(story.summary).toContain("Transporeon is being looked at as well.");
  });

  it("a colleague's remark beside what the lead did itself", () => {
    const story = told(remark(3, "Met at the fair, asked about rollback"), page(2, "/security"));
    expect(story.trail).toEqual(["Read /security", "Met at the fair, asked about rollback"]);
    expect(story.summary).not.toContain("fair");
  });

  it("a rep's own call, which tells the rep nothing new", () => {
    const call = did(2, "sales_activity", { text: "Left a voicemail" });
    expect(told(call, page(1, "/security")).trail).toEqual(["Read /security"]);
  });

  it("a reader of everything, of whom five lines are told and not forty", () => {
    const blog = Array.from({ length: 40 }, (_, index) => page(1 + index / 2, `/blog/${index}`));
    const story = told(...blog, attended(20, "Fair"), download(9, "Guide"), page(4, "/pricing"));
    expect(story.trail).toHaveLength(5);
    expect(story.trail).toEqual(
      expect.arrayContaining(["Read /pricing", "Downloaded ‘Guide’", "Attended ‘Fair’"]),
    );
  });

  it("a flame that went out", () => {
    const story = told(
      attended(27, "Migrating"),
      page(26.5, "/pricing"),
      form(26, "Trial sign-up"),
      download(24, "Security pack"),
    );
    expect(story).toMatchObject({
      whyNow: "Asked for a trial, a day after attending ‘Migrating’",
      say: "You attended ‘Migrating’, and then asked for a trial. What would it have to prove for you?",
      trend: "decaying",
    });
  });
});
