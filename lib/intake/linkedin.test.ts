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
    "https://touch.www.linkedin.com/in/ingridsolberg",
    "https://m.linkedin.com/in/ingridsolberg?originalSubdomain=no&utm_source=share",
    "https://www.linkedin.com/comm/in/ingridsolberg?midToken=x&trkEmail=y",
    "HTTPS://WWW.LINKEDIN.COM/IN/INGRIDSOLBERG/",
    "  linkedin.com/in/ingrid\u200Bsolberg\u202C ",
  ])("brings %s to one form", (text) => {
    const url = "https://www.linkedin.com/in/ingridsolberg";
    expect(linkedinProfile(text)).toEqual({ ok: true, url });
  });

  it("keeps letters beyond ASCII, encoded", () => {
    const url = "https://www.linkedin.com/in/j%C3%B6rg-m%C3%BCller";
    expect(linkedinProfile("https://linkedin.com/in/Jörg-Müller")).toMatchObject({ url });
    expect(linkedinProfile(url)).toMatchObject({ url });
  });

  it.each([
    ["https://cn.linkedin.com/in/王小明-1a2b3", "%E7%8E%8B%E5%B0%8F%E6%98%8E-1a2b3"],
    ["https://linkedin.com/in/%D0%B8%D0%B2%D0%B0%D0%BD", "%D0%B8%D0%B2%D0%B0%D0%BD"],
    ["https://www.linkedin.com/in/ACoAABcDeFgHiJkLmNoP-q", "ACoAABcDeFgHiJkLmNoP-q"],
    ["https://www.linkedin.com/pub/ao-xu/30/a72/a29", "ao-xu-a29a7230"],
    ["http://se.linkedin.com/pub/keith-filkins/11/667/8b1?trk=biz", "keith-filkins-8b166711"],
    ["linkedin.com/pub/ingrid-solberg/1/2/3", "ingrid-solberg-0030021"],
  ])("takes %s for %s", (text, slug) => {
    expect(linkedinProfile(text)).toMatchObject({ url: `https://www.linkedin.com/in/${slug}` });
  });

  it.each([
    ["", "is empty"],
    ["https://www.linkedin.com/company/acme", "is a company's page, not a person's"],
    ["https://www.linkedin.com/school/ntnu", "is a school's page, not a person's"],
    [
      "https://www.linkedin.com/pub/dir/Ingrid/Solberg",
      "is an old public profile link; the current one has /in/ in it",
    ],
    ["https://www.linkedin.com/showcase/acme-cloud", "is a product's page, not a person's"],
    [
      "https://www.linkedin.com/sales/lead/ACwAAA,NAME_SEARCH",
      "is a Sales Navigator link, which only its owner can open",
    ],
    [
      "https://www.linkedin.com/talent/profile/AEMAA",
      "is a Recruiter link, which only its owner can open",
    ],
    ["https://lnkd.in/eX4mpl3", "is a short link; open it and copy where it leads"],
    ["https://www.linkedin.com/posts/ingrid_hello-activity-7", "is a post, not a person's page"],
    [`https://www.linkedin.com/in/${"a".repeat(101)}`, "has no profile name after /in/"],
    [`https://www.linkedin.com/in/${"a".repeat(100_000)}`, "is not a web address"],
    ["https://www.linkedin.com/in/<script>", "has no profile name after /in/"],
    ["🚀", "is not on linkedin.com"],
    ["https://www.linkedin.com/constructor/ingrid", "is not a person's profile"],
    ["https://www.linkedin.com/__proto__/ingrid", "is not a person's profile"],
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
