import type { DirectoryCompany } from "@/lib/enrichment/directory/file";
import type { Random } from "../random";
import type { Country } from "./countries";
import { ADDRESS_FORMS, peopleOf } from "./people";
import { addressPart } from "./spelling";
import { CLOUDS, EXTRAS, TRADES, type Trade } from "./trades";

/** What directories lack, and what is wrong with a domain's mail, as a share of companies. */
const LACKS = { employees: 0.05, revenue: 0.15, industry: 0.03, techStack: 0.12, crm: 0.06 };
const NO_MAIL_SERVER = 0.02;
const CATCH_ALL = 0.05;
/** What a head brings in, in millions a year, least and most. */
const REVENUE_A_HEAD = [0.12, 0.42] as const;

const BANDS: readonly [upTo: number, band: string][] = [
  [2, "Under € 2 M"],
  [10, "€ 2–10 M"],
  [20, "€ 10–20 M"],
  [50, "€ 20–50 M"],
  [200, "€ 50–200 M"],
  [500, "€ 200–500 M"],
  [1_000, "€ 500 M–1 B"],
];

function revenueBand(chance: Random, employees: number): string {
  const [least, most] = REVENUE_A_HEAD;
  const millions = employees * (least + chance.fraction() * (most - least));
  return BANDS.find(([upTo]) => millions < upTo)?.[1] ?? "Over € 1 B";
}

/** Spread by magnitude: as many between 100 and 200 as between 1,000 and 2,000. */
function headcount(chance: Random, [least, most]: readonly [number, number]): number {
  const exact = least * (most / least) ** chance.fraction();
  return exact < 100 ? Math.round(exact) : Math.round(exact / 10) * 10;
}

function techStackOf(chance: Random, trade: Trade): string[] {
  const extras = chance.shuffled(EXTRAS).slice(0, chance.between(0, 2));
  return [...new Set([chance.pick(trade.systems), chance.pick(CLOUDS), ...extras])];
}

const DEALS = ["Fleet renewal", "Visibility rollout", "TMS replacement", "Carrier onboarding"];
const STAGES = ["Discovery", "Evaluation", "Proposal", "Negotiation"];

function crmOf(chance: Random, company: string, account: string): DirectoryCompany["crm"] {
  const match = chance.weighted({
    none: 64,
    existing_account: 14,
    active_opportunity: 7,
    existing_customer: 8,
    former_customer: 7,
  });
  if (match === "none") return { match };
  if (match !== "active_opportunity") return { match, name: company, owner: account };
  const name = `${chance.pick(DEALS)}, ${company}`;
  return { match, name, stage: chance.pick(STAGES), owner: account };
}

/**
 * The companies of one country, each with its people. `account` names the team that owns its
 * accounts in the CRM.
 */
export function companiesOf(chance: Random, country: Country, account: string): DirectoryCompany[] {
  const shares = Object.fromEntries(TRADES.map(({ share }, place) => [`${place}`, share]));
  return chance
    .shuffled(country.roots)
    .slice(0, country.companies)
    .map((root) => {
      const own = chance.branch(root);
      const trade = TRADES[Number(own.weighted(shares))] as Trade;
      const name = `${root} ${own.pick(trade.words)}`;
      const domain = `${addressPart(name)}.example`;
      const employees = headcount(own, trade.size);
      const revenue = revenueBand(own, employees);
      const techStack = techStackOf(own, trade);
      const crm = crmOf(own, name, account);
      const lacks = (what: keyof typeof LACKS) => own.chance(LACKS[what]);
      const site = { domain, country, addressForm: own.pick(ADDRESS_FORMS) };
      return {
        domain,
        name,
        country: country.code,
        ...(lacks("employees") ? {} : { employees }),
        ...(lacks("revenue") ? {} : { revenue }),
        ...(lacks("industry") ? {} : { industry: trade.industry }),
        ...(lacks("techStack") ? {} : { techStack }),
        acceptsMail: !own.chance(NO_MAIL_SERVER),
        catchAll: own.chance(CATCH_ALL),
        ...(lacks("crm") || !crm ? {} : { crm }),
        people: peopleOf(own.branch("people"), site, own.between(3, 5)),
      };
    });
}
