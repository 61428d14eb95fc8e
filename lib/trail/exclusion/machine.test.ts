import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { DEFAULT_TRAIL_SETTINGS } from "../settings";
import { mail, NOW, page } from "../testing/story";
import { bot, mailGateway, mailPrefetch } from "./machine";
import type { ExclusionRule } from "./rule";

const leavesOut = (rule: ExclusionRule, activity: Activity, settings = DEFAULT_TRAIL_SETTINGS) =>
  rule.judge([activity], settings, NOW)(activity);
const opened = (userAgent: string) =>
  mail(1, "opened", "October pricing", undefined, { userAgent });
const clicked = (userAgent: string) => mail(1, "clicked", "October pricing", "/a", { userAgent });

const OUTLOOK =
  "Mozilla/4.0 (compatible; ms-office; MSOffice 16) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36";
const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";

describe("X.3 mail gateways", () => {
  it.each([
    ["Safe Links", "Mozilla/5.0 (Windows NT 10.0) Microsoft SafeLinks/1.0"],
    ["Mimecast", "Mimecast-URL-Protect/2.1"],
    ["Proofpoint", "Mozilla/5.0 (compatible; Proofpoint URL Defense)"],
    ["Barracuda", "BarracudaCentral"],
  ])("%s is left out by its user agent", (_, userAgent) => {
    expect(leavesOut(mailGateway, clicked(userAgent))).toBe(true);
  });

  it("a person's browser and mail program are not, nor is silence", () => {
    for (const userAgent of [SAFARI, OUTLOOK, ""]) {
      expect(leavesOut(mailGateway, clicked(userAgent))).toBe(false);
    }
  });

  it("the marks are a setting, and an empty one marks nobody", () => {
    const settings = { ...DEFAULT_TRAIL_SETTINGS, gatewayMarks: ["TrendMicro", " "] };
    expect(leavesOut(mailGateway, clicked("trendmicro-ctp/1"), settings)).toBe(true);
    expect(leavesOut(mailGateway, clicked(SAFARI), settings)).toBe(false);
  });
});

describe("X.3 mail programs that fetch ahead", () => {
  it.each([
    ["Apple Mail Privacy Protection", "Mozilla/5.0"],
    [
      "Gmail",
      "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
    ],
    ["Yahoo", "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html"],
  ])("%s is left out", (_, userAgent) => {
    expect(leavesOut(mailPrefetch, opened(userAgent))).toBe(true);
  });

  it("a person who opens is not, and a page is no mail", () => {
    expect(leavesOut(mailPrefetch, opened(SAFARI))).toBe(false);
    expect(leavesOut(mailPrefetch, page(1, "/pricing", 60, { userAgent: "Mozilla/5.0" }))).toBe(
      false,
    );
  });
});

describe("X.3 bots", () => {
  it.each(["Googlebot/2.1 (+http://www.google.com/bot.html)", "curl/8.5.0", "UptimeRobot/2.0"])(
    "%s is one",
    (userAgent) => {
      expect(leavesOut(bot, page(1, "/pricing", 5, { userAgent }))).toBe(true);
    },
  );

  it("a browser is none, and no user agent proves nothing", () => {
    expect(leavesOut(bot, page(1, "/pricing", 5, { userAgent: SAFARI }))).toBe(false);
    expect(leavesOut(bot, page(1, "/pricing", 5))).toBe(false);
  });
});
