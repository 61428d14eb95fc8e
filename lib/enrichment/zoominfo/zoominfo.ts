import { COMPANY_FILLS } from "../facts/company-answer";
import { ADDRESS_SETTING, COST_SETTING, costOf, hostOf } from "../http/http-settings";
import type { ProviderSystem } from "../provider";
import { askCompany } from "./company";
import { askPerson } from "./person";

/**
 * ZoomInfo's Enterprise API: contact, company and technology enrichment with the username and
 * password of an API user (api-docs.zoominfo.com).
 */
export const zoominfo: ProviderSystem = {
  id: "zoominfo",
  label: "ZoomInfo",
  settings: [
    { key: "username", label: "API user name", secret: false },
    { key: "password", label: "API password", secret: true },
    ADDRESS_SETTING,
    COST_SETTING,
  ],
  connect({ settings, secrets }) {
    const account = {
      host: hostOf(settings, "https://api.zoominfo.com"),
      username: typeof settings.username === "string" ? settings.username : "",
      password: secrets.password ?? "",
    };
    const costCents = costOf(settings);
    return {
      id: "zoominfo",
      label: "ZoomInfo",
      lookups: [
        {
          lookup: "person",
          costCents,
          fills: {
            "C1.1": "blank",
            "C1.2": "refresh",
            "C1.3": "blank",
            "C1.4": "blank",
            "C1.5": "blank",
            "C1.6": "blank",
            "C1.7": "blank",
          },
          timeLimitMs: 8_000,
          cacheDays: 30,
          ask: (subject, signal) => askPerson(account, subject, signal),
        },
        {
          lookup: "company",
          costCents,
          fills: COMPANY_FILLS,
          timeLimitMs: 8_000,
          cacheDays: 90,
          ask: (subject, signal) => askCompany(account, subject, signal),
        },
      ],
    };
  },
};
