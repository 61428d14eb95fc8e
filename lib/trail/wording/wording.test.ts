import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import { topics } from "../curation/topic";
import {
  attended,
  chat,
  competitor,
  did,
  download,
  form,
  mail,
  page,
  registered,
  remark,
} from "../testing/story";
import { stay, wording } from "./wording";

const say = (...activities: Activity[]) => topics(activities).map(wording);

describe("C3.8 a touchpoint in plain words, without dates", () => {
  it.each([
    ["a page", [page(2, "/security"), page(1, "/security")], "Read /security twice"],
    ["a page by its address", [page(1, "https://x.example/Docs/?a=1#b")], "Read /docs"],
    ["a timed high-intent page", [page(1, "/pricing", 40)], "Read /pricing, 40 s"],
    ["a timed page of no intent", [page(1, "/about", 40)], "Read /about"],
    [
      "our comparison page",
      [page(1, "/compare/acme-cloud")],
      "Read our comparison with Acme Cloud",
    ],
    ["a download", [download(1, "Security pack 2026")], "Downloaded ‘Security pack 2026’"],
    ["a mail", [mail(1, "clicked", "October pricing")], "Clicked through from ‘October pricing’"],
    ["a registration", [registered(1, "Migrating")], "Registered for ‘Migrating’"],
    ["an event", [registered(9, "Migrating"), attended(1, "Migrating")], "Attended ‘Migrating’"],
    ["a comparison", [competitor(1, "Acme", "Acme vs Orbis")], "Read a comparison with Acme"],
    [
      "a competitor's page",
      [competitor(1, "Acme", "Acme pricing")],
      "Read ‘Acme pricing’, about Acme",
    ],
    ["a competitor alone", [competitor(1, "Acme")], "Looked at Acme"],
    ["a request", [form(1, "Request a demo")], "Asked for a demo"],
    ["a named request", [form(1, "Request the SOC 2 report")], "Asked for the SOC 2 report"],
    ["another form", [form(1, "Event survey")], "Filled in the form ‘Event survey’"],
    ["a chat without a question", [chat(1, "Visitor: Thanks")], "Chatted on the site"],
    [
      "a remark",
      [remark(1, "Met at the fair, asked about rollback")],
      "Met at the fair, asked about rollback",
    ],
  ])("says %s", (_what, activities, text) => {
    expect(say(...activities)).toEqual([text]);
  });

  it("calls a deep page by its title, where it has one", () => {
    const path = "/blog/2026/10/how-we-moved-a-warehouse";
    const titled = did(1, "page_viewed", { path, title: "How we moved a warehouse" });
    expect(say(titled)).toEqual(["Read ‘How we moved a warehouse’"]);
    expect(say(page(1, path))).toEqual([`Read ${path}`]);
  });

  it("quotes the lead's own question from a chat, and not ours", () => {
    const transcript = "Support bot: How can I help?\nIngrid: Hello. How does rollback work?";
    expect(say(chat(1, transcript))).toEqual(["Asked in the chat: “How does rollback work?”"]);
  });

  it("cuts a long title at a word", () => {
    const [text = ""] = say(download(1, "A very long title about warehouses ".repeat(5)));
    expect(text.length).toBeLessThan(100);
    expect(text).toMatch(/\w…’$/);
  });

  it.each([
    [9, "9 s"],
    [60, "1 min"],
    [250, "4 min 10 s"],
    [3_600, "1 h"],
    [5_400, "1 h 30 min"],
  ])("says %i seconds as %s", (seconds, text) => {
    expect(stay(seconds)).toBe(text);
  });
});
