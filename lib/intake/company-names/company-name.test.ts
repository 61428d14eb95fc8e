import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestTime } from "@/lib/platform/testing/best-time";
import { companyKey, companyName } from "./company-name";

const NAMES: [typed: string, normal: string][] = [
  ["ACME CORPORATION INC.", "Acme Corp"],
  ["Acme Corp", "Acme Corp"],
  ["acme corporation", "Acme Corp"],
  ["ACME, Inc.", "Acme"],
  ["  Acme   Ltd. ", "Acme"],
  ["Nordlys Logistics AS", "Nordlys Logistics"],
  ["Nordlys Logistics A/S", "Nordlys Logistics"],
  ["Equinor ASA", "Equinor"],
  ["Siemens Aktiengesellschaft", "Siemens"],
  ["Müller Maschinenbau GmbH & Co. KG", "Müller Maschinenbau"],
  ["Bright UG (haftungsbeschränkt)", "Bright"],
  ["SAP SE", "SAP"],
  ["sap se", "SAP"],
  ["IBM Corporation", "IBM Corp"],
  ["ibm", "IBM"],
  ["3M Company", "3M Co"],
  ["Nordlys Constructor", "Nordlys Constructor"],
  ["Nordlys __proto__", "Nordlys __proto__"],
  ["3M COMPANY", "3M Co"],
  ["HSBC HOLDINGS PLC", "HSBC Holdings"],
  ["KPMG LLP", "KPMG"],
  ["NVIDIA Corporation", "NVIDIA Corp"],
  ["BASF SE", "BASF"],
  ["eBay Inc.", "eBay"],
  ["EBAY INC", "eBay"],
  ["iRobot Corporation", "iRobot Corp"],
  ["YouTube, LLC", "YouTube"],
  ["HubSpot, Inc.", "HubSpot"],
  ["SAS Institute Inc.", "SAS Institute"],
  ["SAS", "SAS"],
  ["Danone S.A.", "Danone"],
  ["Banco Santander, S.A.", "Banco Santander"],
  ["Grupo Bimbo, S.A.B. de C.V.", "Grupo Bimbo"],
  ["Cemex S.A. de C.V.", "Cemex"],
  ["Ferrero S.p.A.", "Ferrero"],
  ["Ferrero SpA", "Ferrero"],
  ["Grand Hotel Spa", "Grand Hotel Spa"],
  ["Barilla S.r.l.", "Barilla"],
  ["Philips N.V.", "Philips"],
  ["Booking.com B.V.", "Booking.com"],
  ["BOOKING.COM B.V.", "Booking.com"],
  ["Kone Oyj", "Kone"],
  ["Nokia Oy", "Nokia"],
  ["Ericsson AB", "Ericsson"],
  ["Volvo AB (publ)", "Volvo"],
  ["Toyota Motor Corporation K.K.", "Toyota Motor Corp"],
  ["株式会社トヨタ", "トヨタ"],
  ["楽天株式会社", "楽天"],
  ["华为技术有限公司", "华为技术"],
  ["주식회사 카카오", "카카오"],
  ["ООО «Ромашка»", "Ромашка"],
  ["CD Projekt Spółka z o.o.", "CD Projekt"],
  ["Allegro Sp. z o.o.", "Allegro"],
  ["Škoda Auto a.s.", "Škoda Auto"],
  ["Avast Software s.r.o.", "Avast Software"],
  ["Atlassian Pty Ltd", "Atlassian"],
  ["Tata Consultancy Services Private Limited", "Tata Consultancy Services"],
  ["Petronas Sdn. Bhd.", "Petronas"],
  ["PT Astra International Tbk", "Astra International"],
  ["Samsung Electronics Co., Ltd.", "Samsung Electronics Co"],
  ["The Walt Disney Company", "Walt Disney Co"],
  ["The Home Depot, Inc.", "Home Depot"],
  ["The Gap", "The Gap"],
  ["The Limited", "The Limited"],
  ["Tiffany & Co.", "Tiffany & Co"],
  ["TIFFANY &amp; CO", "Tiffany & Co"],
  ["Smith & Company", "Smith & Co"],
  ["Marks and Spencer plc", "Marks and Spencer"],
  ["MARKS AND SPENCER PLC", "Marks and Spencer"],
  ["AT&T INC", "AT&T"],
  ["H&M", "H&M"],
  ["BANK OF AMERICA CORPORATION", "Bank of America Corp"],
  ["DEUTSCHE TELEKOM AG", "Deutsche Telekom"],
  ["COCA-COLA COMPANY", "Coca-Cola Co"],
  ["MCDONALD'S CORPORATION", "McDonald's Corp"],
  ["MACY'S RETAIL", "Macy's Retail"],
  ["BDO", "BDO"],
  ["A.P. MOLLER", "A.P. Moller"],
  ["SUN MICROSYSTEMS, INC.", "Sun Microsystems"],
  ["Blue Bottle Holdings LLC d/b/a Blue Bottle Coffee", "Blue Bottle Coffee"],
  ["Northgate Ltd t/a Harbour Foods", "Harbour Foods"],
  ["Meta Platforms Inc (formerly Facebook)", "Meta Platforms"],
  ["Acme Ltd Inc", "Acme"],
  ["Company Wizard", "Company Wizard"],
  ["AS Roma", "AS Roma"],
  ["LEGO Group", "LEGO Group"],
  ['"Acme, Inc."', "Acme"],
  ["Yahoo! Inc.", "Yahoo!"],
  ["Sia Partners", "Sia Partners"],
  ["Smith Holdings Inc DBA Smith Plumbing", "Smith Plumbing"],
  ["SMITH HOLDINGS DBA SMITH PLUMBING", "Smith Plumbing"],
  ["Smith Holdings (dba Smith Plumbing)", "Smith Plumbing"],
  ["Smith Holdings LLC, doing business as Smith Plumbing, Inc.", "Smith Plumbing"],
  ["DBA Corp", "DBA Corp"],
  ["Remote DBA Experts", "Remote DBA Experts"],
  ["Meta Platforms, Inc., formerly known as Facebook, Inc.", "Meta Platforms"],
  ["Limited", "Limited"],
  ["AG", "AG"],
  ["Inc.", "Inc"],
  ["Co", "Co"],
  ["GmbH & Co. KG", "GmbH & Co"],
  ["Ltd Edition", "Ltd Edition"],
  ["Co-op", "Co-op"],
  ["ABC Ltd", "ABC Ltd"],
  ["X Corp.", "X Corp"],
  ["X INC", "X Inc"],
  ["Müller & Co. KG", "Müller & Co"],
  ['=HYPERLINK("http://evil.example")', '=HYPERLINK("http://evil.example")'],
  ["Ac\u200Bme\u202E Ltd", "Acme"],
  ["🚀 Rocket GmbH", "🚀 Rocket"],
];

describe("C1.3 a company's name in its normal form", () => {
  it.each(NAMES)("%s becomes %s, and stays so", (typed, normal) => {
    expect(companyName(typed)).toBe(normal);
    expect(companyName(normal)).toBe(normal);
  });

  it.each(["", "N/A", "-", "test", "TBD", "  ", "Test GmbH", "Company Inc."])(
    "takes '%s' for no value",
    (typed) => {
      expect(companyName(typed)).toBeNull();
    },
  );

  it("changes nothing when applied again, whatever was typed", () => {
    const word = fc.oneof(
      fc.constantFrom(
        "Acme",
        "ACME",
        "The",
        "&",
        "and",
        "Co.",
        "Company",
        "CORPORATION",
        "Inc.",
        "GmbH",
      ),
      fc.constantFrom(
        "S.A.",
        "SpA",
        "dba",
        "a.s.",
        "KG",
        "株式会社",
        "(UK)",
        "eBay",
        "o'neil",
        "«x»",
        "ООО",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (words) => {
        const once = companyName(words.join(" "));
        if (once !== null) expect(companyName(once)).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });

  it("takes a placeholder for no name, also where a company is said to trade under it", () => {
    expect(companyName("«x» Acme dba «x»")).toBeNull();
    expect(companyName("X Inc")).toBe("X Inc");
  });

  it("keeps a name that is not a placeholder, and is never empty", () => {
    const name = fc.string({ unit: "binary", minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(name, (text) => {
        const normal = companyName(`Nord ${text} Haus`);
        expect(normal).not.toBeNull();
        expect(normal?.trim()).not.toBe("");
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["letters", "a"],
    ["spaces", " a"],
    ["commas", ","],
    ["quotation marks", '"a'],
    ["brackets", "(formerly "],
    ["slashes", " d/b/a"],
    ["points", "S.A. "],
    ["joiners", "\u200D"],
    ["marks upon marks", "e\u0301\u0301"],
  ])("takes 100 kB of %s in its stride", (_, unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const read = () => {
      companyName(text);
      companyName(text.slice(0, 299));
    };
    expect(bestTime(5, read)).toBeLessThan(200);
  });

  it("finds that two spellings are alike, and two companies are not", () => {
    for (const spelling of ["ACME CORPORATION INC.", "The Acme Company", "acme", "Acmé Ltd"])
      expect(companyKey(spelling)).toBe("acme");
    expect(companyKey("Marks & Spencer")).toBe(companyKey("MARKS AND SPENCER PLC"));
    expect(companyKey("Acme Bank")).not.toBe(companyKey("Acme"));
  });
});
