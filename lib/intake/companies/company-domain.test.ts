import { describe, expect, it } from "vitest";
import { companyDomain } from "./company-domain";

describe("C1.3 the domain a company is known by", () => {
  it.each([
    ["https://www.Acme.co.uk/contact?x=1", "acme.co.uk"],
    ["acme.no", "acme.no"],
    ["ingrid@mail.nordlys.example", "nordlys.example"],
    ["https://shop.bücher.example/", "xn--bcher-kva.example"],
    ["acme.github.io", "acme.github.io"],
    ["github.io", "github.io"],
    ["ingrid@linkedin.com", "linkedin.com"],
    ["https://linkedin.com/", "linkedin.com"],
  ])("finds in %s: %s", (text, domain) => {
    expect(companyDomain(text)).toBe(domain);
  });

  it.each([
    "",
    "acme",
    "localhost",
    "co.uk",
    "http://10.0.0.1/",
    "not a domain.com",
    "ingrid@gmail.com",
    "yahoo.co.uk",
    "x@mailinator.com",
    "https://www.linkedin.com/company/acme",
    "facebook.com/acme",
  ])("finds none in '%s'", (text) => {
    expect(companyDomain(text)).toBeNull();
  });
});
