import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toolName, toolNames } from "./tool-name";

describe("C2.4 tools go by their makers' spelling", () => {
  it.each([
    ["salesforce.com", "Salesforce"],
    ["SFDC", "Salesforce"],
    ["hub spot", "HubSpot"],
    ["google_tag_manager", "Google Tag Manager"],
    ["GTM", "Google Tag Manager"],
    ["MS Dynamics", "Microsoft Dynamics 365"],
    ["SAP S/4 HANA", "SAP S/4HANA"],
    ["sap", "SAP"],
    ["Office 365", "Microsoft 365"],
    ["g_suite", "Google Workspace"],
    ["node.js", "Node.js"],
    ["postgres", "PostgreSQL"],
    ["Oracle NetSuite", "NetSuite"],
    ["C++", "C++"],
    ["C#", "C#"],
    ["Hauldrift TMS", "Hauldrift TMS"],
    ["some_new_tool", "Some New Tool"],
  ])("calls %s %s", (given, name) => {
    expect(toolName(given)).toBe(name);
  });

  it("lists each once, whoever spelled it how, in the order they come", () => {
    expect(toolNames(["SFDC", "Azure", "-", "salesforce", "Microsoft Azure", "", "SAP"])).toEqual([
      "Salesforce",
      "Azure",
      "SAP",
    ]);
  });

  it("changes nothing when it is done again", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (given) => {
        const once = toolNames(given);
        expect(toolNames(once)).toEqual(once);
      }),
    );
  });
});
