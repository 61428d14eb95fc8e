import { describe, expect, it } from "vitest";
import { linkedinProfile } from "./linkedin";

describe("C1.6 a person's LinkedIn address, canonical", () => {
  it.each([
    "https://www.linkedin.com/in/ingridsolberg",
    "http://no.linkedin.com/in/IngridSolberg/?trk=public_profile#top",
    "linkedin.com/in/ingridsolberg/en",
    "www.linkedin.com/mwlite/in/ingridsolberg",
    "//www.linkedin.com/in/ingridsolberg/details/experience/",
    "/in/ingridsolberg",
  ])("brings %s to one form", (text) => {
    const url = "https://www.linkedin.com/in/ingridsolberg";
    expect(linkedinProfile(text)).toEqual({ ok: true, url, slug: "ingridsolberg" });
  });

  it("keeps letters beyond ASCII, encoded", () => {
    const url = "https://www.linkedin.com/in/j%C3%B6rg-m%C3%BCller";
    expect(linkedinProfile("https://linkedin.com/in/Jörg-Müller")).toMatchObject({ url });
    expect(linkedinProfile(url)).toMatchObject({ url });
  });

  it.each([
    ["", "is empty"],
    ["https://www.linkedin.com/company/acme", "is a company's page, not a person's"],
    ["https://www.linkedin.com/school/ntnu", "is a school's page, not a person's"],
    [
      "https://www.linkedin.com/pub/ingrid/1/2/3",
      "is an old public profile link; the current one has /in/ in it",
    ],
    ["https://www.linkedin.com/", "is not a person's profile"],
    ["https://www.linkedin.com/in/", "has no profile name after /in/"],
    ["https://www.linkedin.com/in/me", "has no profile name after /in/"],
    ["https://www.linkedin.com/in/%E0%A4%A", "has no profile name after /in/"],
    ["https://linkedin.com.evil.example/in/ingrid", "is not on linkedin.com"],
    ["https://evillinkedin.com/in/ingrid", "is not on linkedin.com"],
    ["javascript:alert(1)//linkedin.com/in/ingrid", "is not a web address"],
    ["N/A", "is not on linkedin.com"],
  ])("refuses '%s'", (text, reason) => {
    expect(linkedinProfile(text)).toEqual({ ok: false, reason });
  });
});
