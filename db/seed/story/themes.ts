/** What brings a lead to the demonstration's company, and everything there is about it. */
export type Theme = {
  id: string;
  campaign: string;
  /** What the lead is after, to follow 'is'. */
  aim: string;
  /** What marketing ops notices about such leads, a whole sentence. */
  notice: string;
  guide: string;
  buyersDocument: string;
  webinar: string;
  /** Paths and titles, the most telling first. */
  pages: readonly (readonly [path: string, title: string])[];
  comparison: readonly [path: string, competitor: string];
  request: string;
  question: string;
  answer: string;
  mails: readonly string[];
};

export const THEMES: readonly Theme[] = [
  {
    id: "cold-chain",
    campaign: "Cold chain without gaps",
    aim: "looking for one place that shows temperature and delay for every shipment",
    notice: "Audit trails for temperature are what keeps coming up.",
    guide: "Cold chain visibility guide",
    buyersDocument: "Cold chain ROI calculator",
    webinar: "Cold chain: from alarm to action",
    pages: [
      ["/integrations/temperature-sensors", "Temperature sensors"],
      ["/customers/frostline-foods", "How Frostline Foods cut spoilage by a third"],
      ["/solutions/cold-chain", "Cold chain"],
    ],
    comparison: ["/compare/hauldrift", "Hauldrift"],
    request: "Demo request",
    question: "Can alarms reach the driver and the depot at the same time?",
    answer: "Yes, both at once, and you choose who confirms.",
    mails: ["Three alarms nobody answered", "What a degree costs"],
  },
  {
    id: "sap",
    campaign: "Orders and trucks in one system",
    aim: "weighing a replacement for the transport module in SAP",
    notice: "Order sync with SAP is the point that decides.",
    guide: "Connecting SAP and your carriers",
    buyersDocument: "Migration plan template",
    webinar: "Migrating without downtime",
    pages: [
      ["/integrations/sap", "SAP integration"],
      ["/customers/hafenwerk", "Hafenwerk moved 400 carriers in nine weeks"],
      ["/docs/sap-order-sync", "SAP order sync"],
    ],
    comparison: ["/compare/ladeluchs", "Ladeluchs"],
    request: "Quote request",
    question: "How do we roll back if the first migration night fails?",
    answer: "Every step can be undone until you confirm it. We rehearse it with you.",
    mails: ["The night you switch", "Your orders, in step with your trucks"],
  },
  {
    id: "security",
    campaign: "Data that passes the audit",
    aim: "preparing a security review before a shortlist is made",
    notice: "Whoever signs off on security has to be in the first call.",
    guide: "Questions your auditor will ask",
    buyersDocument: "Security pack",
    webinar: "What a customer audit looks like",
    pages: [
      ["/security", "Security"],
      ["/docs/sso", "Single sign-on"],
      ["/security/data-residency", "Where your data stays"],
    ],
    comparison: ["/compare/routelark", "Routelark"],
    request: "Security pack request",
    question: "Do you support single sign-on with our own provider?",
    answer: "Yes, by SAML and OpenID Connect, in every plan.",
    mails: ["Your auditor’s first question", "Where your data stays"],
  },
  {
    id: "carriers",
    campaign: "A hundred carriers in a month",
    aim: "trying to bring small carriers on board without a portal for each",
    notice: "Small carriers without any software are the hard part here.",
    guide: "Carrier onboarding checklist",
    buyersDocument: "Implementation guide",
    webinar: "Carriers without software: what works",
    pages: [
      ["/integrations/carriers", "Carrier connections"],
      ["/customers/nordmile", "Nordmile onboarded 130 carriers"],
      ["/solutions/carrier-onboarding", "Carrier onboarding"],
    ],
    comparison: ["/compare/hauldrift", "Hauldrift"],
    request: "Pilot request",
    question: "Does a carrier need an account to send us positions?",
    answer: "No. A link in a message is enough for the first month.",
    mails: ["Forty carriers, one afternoon", "The carrier who has only a phone"],
  },
  {
    id: "peak-season",
    campaign: "Ready for peak season",
    aim: "under pressure to see delays earlier before the next peak season",
    notice: "There is a date behind this: peak season starts soon.",
    guide: "Peak season planning kit",
    buyersDocument: "Pricing and plans overview",
    webinar: "Peak season, hour by hour",
    pages: [
      ["/integrations/warehouse", "Warehouse systems"],
      ["/customers/marktkette", "Marktkette knows at six what is late at eight"],
      ["/solutions/peak-season", "Peak season"],
    ],
    comparison: ["/compare/routelark", "Routelark"],
    request: "Demo request",
    question: "How long until the first depot is live?",
    answer: "Three weeks for the first one, then about one a week.",
    mails: ["Six weeks to peak", "What was late last year"],
  },
  {
    id: "emissions",
    campaign: "Emissions you can prove",
    aim: "asked by customers to report emissions for each shipment",
    notice: "The first report is due with the annual accounts.",
    guide: "Emissions per shipment, step by step",
    buyersDocument: "Compliance pack for emissions",
    webinar: "Scope 3 for people who ship",
    pages: [
      ["/integrations/emissions-data", "Emissions data"],
      ["/customers/grunwerk", "Grunwerk reports by the parcel"],
      ["/solutions/emissions", "Emissions reporting"],
    ],
    comparison: ["/compare/ladeluchs", "Ladeluchs"],
    request: "Demo request",
    question: "Is the calculation recognised by auditors?",
    answer: "It follows ISO 14083, and you can export every step.",
    mails: ["The question your customers ask now", "ISO 14083 in two pages"],
  },
];

/** Read by many on the way, saying little. */
export const PASSING: readonly (readonly [path: string, title: string])[] = [
  ["/", "Tallyport"],
  ["/blog/what-is-a-control-tower", "What is a control tower?"],
  ["/blog/five-ways-to-lose-a-pallet", "Five ways to lose a pallet"],
  ["/about", "About us"],
  ["/blog/dispatchers-morning", "A dispatcher’s morning"],
];
export const PRICING = ["/pricing", "Pricing"] as const;
export const NEWSLETTERS = ["What moved this month", "Tallyport news"] as const;
