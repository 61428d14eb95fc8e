import { describe, expect, it } from "vitest";
import { behavioralTrail } from "@/lib/standard/behavioral-trail";
import { evidence } from "./evidence";
import { attended, chat, competitor, download, form, mail, NOW, page } from "./testing/story";

const transcript = "Ingrid: How does rollback work?\nSupport: One click.";
const found = evidence(
  [
    page(3, "/pricing", 60),
    page(1, "/pricing", 40),
    page(2, "/about", 900),
    page(2, "/security"),
    page(40, "/docs"),
    download(50, "Security pack 2026"),
    mail(4, "opened", "October pricing"),
    mail(4, "clicked", "October pricing"),
    attended(8, "Migrating"),
    chat(8, transcript),
    form(5, "Demo request"),
    competitor(9, "Acme", "Acme vs Orbis"),
    page(10, "/compare/acme"),
  ],
  NOW,
);
const texts = (id: keyof typeof found) => found[id]?.map(({ text }) => text);

describe("C3.1 to C3.7 the evidence by field", () => {
  it("C3.1 lists the pages of the last 30 days, newest first, with their times", () => {
    expect(texts("C3.1")).toEqual(["/pricing", "/about", "/security", "/compare/acme"]);
    expect(found["C3.1"]?.[0]).toEqual({
      text: "/pricing",
      count: 2,
      firstAt: "2026-11-17T13:30:00.000Z",
      lastAt: "2026-11-19T13:30:00.000Z",
      seconds: 100,
    });
  });

  it("C3.2 to C3.6 words each thing once", () => {
    expect(texts("C3.2")).toEqual(["Downloaded ‘Security pack 2026’"]);
    expect(texts("C3.3")).toEqual(["Clicked through from ‘October pricing’"]);
    expect(texts("C3.4")).toEqual(["Attended ‘Migrating’"]);
    expect(texts("C3.6")).toEqual(["Read a comparison with Acme"]);
  });

  it("C3.5 keeps the transcript of a chat", () => {
    expect(texts("C3.5")).toEqual([
      "Asked for a demo",
      "Asked in the chat: “How does rollback work?”",
    ]);
    expect(found["C3.5"]?.[1]?.transcript).toBe(transcript);
  });

  it("C3.7 times high-intent pages only, and only where a visit was timed", () => {
    expect(found["C3.7"]).toMatchObject([{ text: "/pricing", seconds: 100 }]);
  });

  it("gives values that the standard accepts", () => {
    for (const { id, value } of behavioralTrail) {
      if (id in found) expect(value.safeParse(found[id as keyof typeof found]).success).toBe(true);
    }
  });

  it("X.5 takes opens alone for no evidence", () => {
    expect(evidence([mail(4, "opened", "News")], NOW)).toEqual({});
  });
});
