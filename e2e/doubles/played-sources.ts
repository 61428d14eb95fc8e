import { randomUUID } from "node:crypto";
import { afterEach } from "vitest";
import { aPerson } from "@/db/factories/people";
import type { Viewer } from "@/lib/access/viewer";
import { UNIT_APP, UNIT_FAULTS } from "./account-engagement";
import * as unit from "./account-engagement-desk";
import { type Double, json, OUTAGES, type Reply } from "./double";
import { HUBSPOT_FAULTS, HUBSPOT_TOKEN } from "./hubspot";
import * as hubspot from "./hubspot-desk";
import { MARKETO_CLIENT, MARKETO_FAULTS } from "./marketo";
import * as marketo from "./marketo-desk";
import { MAUTIC_CLIENT, MAUTIC_FAULTS } from "./mautic";
import * as mautic from "./mautic-desk";

/** Somebody of another system, and what happens to them there. */
type Somebody = {
  email: string;
  /** They get another title, at a moment. */
  titled(title: string, at: Date): void;
  /** Fields of theirs get another type, their title among them, and so do those of a page they view. */
  retyped(): void;
  /** They view a page, which the system tells as often as it is told to. */
  views(path: string, at: Date, times?: number): void;
};

/** A system that is read, as a test of any of them plays it. */
type PlayedSource = {
  faults: Record<string, Reply>;
  /** The streams that hold its people and what they viewed. */
  streams: { people: string; views: string };
  /** The paths by which views are asked for. */
  asksViews: RegExp;
  double(): Double;
  connect(): Promise<{ admin: Viewer; id: string }>;
  somebody(at?: Date): Somebody;
  /** No page of its answers holds more views than this. */
  shortPages(): number;
  /** Takes the right to read views away, until told otherwise. */
  revoke(revoked: boolean): void;
  /** Ends the session that it gave. */
  expire(): void;
  /** Whether it still knows the secrets that it was connected with. */
  letIn(known: boolean): void;
  secrets: Record<string, string>;
  /** What the connection's page says while it does not. */
  shutOut: string;
  /** How far its clock is off, in ms; Marketo's answers tell no time. */
  clockIsOff(by: number): void;
};

/** Whether a double lets in whoever knows its secrets; with what it answers on these paths where not. */
const letsIn = (double: () => Double, on: RegExp, reply: Reply) => (known: boolean) =>
  double().failAfter(known ? null : { on, answered: 0, reply });

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** All systems that are read, by the names that people know them by. */
export function playedSources() {
  const systems = {
    HubSpot: playedHubspot(),
    Marketo: playedMarketo(),
    Mautic: playedMautic(),
    "Account Engagement": playedUnit(),
  } as const satisfies Record<string, PlayedSource>;
  afterEach(() => {
    for (const system of Object.values<PlayedSource>(systems)) {
      system.double().fail(null);
      system.double().failAfter(null);
    }
  });
  return systems;
}

function playedHubspot(): PlayedSource {
  const desk = hubspot.hubspotDesk();
  return {
    faults: { ...HUBSPOT_FAULTS, ...OUTAGES },
    streams: { people: "contacts", views: "pages" },
    asksViews: /^\/events\//,
    double: () => desk.hubspot,
    connect: async () => {
      const id = await hubspot.connected(desk, { leaveOut: "companies, forms, emails" });
      return { admin: desk.admin, id };
    },
    somebody: (at = minutesAgo(1)) => {
      const one = hubspot.aContact(desk, { lastmodifieddate: at.toISOString() });
      return {
        email: one.email,
        retyped: () => {
          const odd = { jobtitle: { is: "VP" }, hubspotscore: 40, website: {}, country: ["NO"] };
          Object.assign(one.properties, odd);
          const view = { id: randomUUID(), objectId: null, occurredAt: 7, properties: "none" };
          desk.hubspot.account.pages.push(view as never);
        },
        titled: (title, when) =>
          Object.assign(one.properties, { jobtitle: title, lastmodifieddate: when.toISOString() }),
        views: (path, when, times = 1) => {
          const id = `leviathan-${randomUUID()}`;
          const properties = { hs_url: `https://nordlys.example${path}` };
          const view = { id, objectId: one.id, occurredAt: when.toISOString(), properties };
          for (let time = 0; time < times; time += 1) desk.hubspot.account.pages.push(view);
        },
      };
    },
    shortPages: () => 100,
    revoke: (revoked) => {
      desk.hubspot.account.revoked.clear();
      if (revoked) desk.hubspot.account.revoked.set(/^\/events\//, "event-detail-read");
    },
    // A private app's token is no session: it is in force until it is taken away.
    expire: () => {},
    letIn: letsIn(() => desk.hubspot, /./, HUBSPOT_FAULTS["an expired token"]),
    secrets: { accessToken: HUBSPOT_TOKEN },
    shutOut: "The access token has expired (401).",
    clockIsOff: (by) => desk.hubspot.clockIsOff(by),
  };
}

/** Whose leads are known by what they did alone, so that whatever happens to one is an activity. */
function playedMarketo(): PlayedSource {
  const desk = marketo.marketoDesk();
  const VIEWS = /activities/;
  return {
    faults: { ...MARKETO_FAULTS, ...OUTAGES },
    streams: { people: "leads", views: "activities" },
    asksViews: /activities\.json$/,
    double: () => desk.double,
    connect: async () => ({
      admin: await aPerson("admin"),
      id: await marketo.connected(desk, { leaveOut: "merges, scores" }),
    }),
    somebody: (at = minutesAgo(1)) => {
      const { id, email } = marketo.aLead(desk, { updatedAt: at.toISOString() });
      const tell = (type: number, when: Date, more: object = {}, times = 1) => {
        const did = { activityDate: when.toISOString(), ...more };
        const one = marketo.activityOf(id, type, did);
        for (let time = 0; time < times; time += 1) desk.double.pages.push([one]);
      };
      tell(12, at);
      return {
        email,
        retyped: () => {
          const odd = {
            title: { is: "VP" },
            numberOfEmployees: "many",
            company: 17,
            leadScore: "x",
          };
          Object.assign(desk.double.leads.find((one) => one.id === id) ?? {}, odd);
          tell(1, at, { leadId: "nobody" });
        },
        titled: (title, when) => {
          const lead = desk.double.leads.find((one) => one.id === id) ?? {};
          Object.assign(lead, { title, updatedAt: when.toISOString() });
          tell(13, when);
        },
        views: (path, when, times) =>
          tell(1, when, { primaryAttributeValue: `nordlys.example${path}` }, times),
      };
    },
    shortPages: () => 1,
    revoke: (revoked) => {
      const reply = MARKETO_FAULTS["a denied permission"];
      desk.double.failAfter(revoked ? { on: VIEWS, answered: 0, reply } : null);
    },
    expire: () => desk.double.expire(),
    letIn: letsIn(() => desk.double, /oauth/, json(401, { error: "unauthorized" })),
    secrets: { clientSecret: MARKETO_CLIENT.clientSecret },
    shutOut: "Does not accept the client id and secret.",
    clockIsOff: () => {},
  };
}

function playedMautic(): PlayedSource {
  const desk = mautic.mauticDesk();
  const VIEWS = "/api/contacts/activity";
  return {
    faults: { ...MAUTIC_FAULTS, ...OUTAGES },
    streams: { people: "contacts", views: "activities" },
    asksViews: /activity$/,
    double: () => desk.mautic,
    connect: () => mautic.connected(desk),
    somebody: (at = minutesAgo(1)) => {
      const { email, one } = mautic.aContact(desk);
      one.dateAdded = at.toISOString();
      return {
        email,
        retyped: () => {
          Object.assign(one.fields.core.position, { value: { is: "VP" } });
          Object.assign(one.fields.core.company, { value: ["Nordlys"] });
          Object.assign(one, { points: "many" });
          const hit = mautic.hitOf(one.id, "/", mautic.mauticStamp(at.getTime()));
          desk.mautic.events.push({ ...hit, details: [] }, { ...hit, timestamp: 7 as never });
        },
        titled: (title, when) => {
          one.fields.core.position.value = title;
          one.dateModified = when.toISOString();
        },
        views: (path, when, times = 1) => {
          const hit = mautic.hitOf(one.id, path, mautic.mauticStamp(when.getTime()));
          for (let time = 0; time < times; time += 1) desk.mautic.events.push(hit);
        },
      };
    },
    shortPages: () => {
      desk.mautic.pageOf(1);
      return 1;
    },
    revoke: (revoked) => void (revoked ? desk.mautic.deny.add(VIEWS) : desk.mautic.deny.clear()),
    expire: () => desk.mautic.expire(),
    letIn: letsIn(() => desk.mautic, /oauth/, json(400, { error: "invalid_client" })),
    secrets: { clientSecret: MAUTIC_CLIENT.clientSecret },
    shutOut: "Does not accept the client id and secret.",
    clockIsOff: (by) => desk.mautic.clockIsOff(by),
  };
}

function playedUnit(): PlayedSource {
  const desk = unit.unitDesk();
  const ago = (at: Date) => unit.ago((Date.now() - at.getTime()) / 1_000);
  return {
    faults: { ...UNIT_FAULTS, ...OUTAGES },
    streams: { people: "prospects", views: "pages" },
    asksViews: /visitor-page-views$/,
    double: () => desk.double,
    connect: () => unit.connected(desk),
    somebody: (at = minutesAgo(1)) => {
      const { email, one } = unit.aProspect(desk, { updatedAt: ago(at) });
      return {
        email,
        retyped: () =>
          Object.assign(one, {
            ...{
              jobTitle: ["VP"],
              employees: { from: 1 },
              company: 17,
              score: "72",
              country: true,
            },
          }),
        titled: (title, when) => Object.assign(one, { jobTitle: title, updatedAt: ago(when) }),
        views: (path, when, times = 1) => {
          const visit = { prospectId: one.id };
          const url = `https://nordlys.example${path}`;
          const view = { ...unit.row(ago(when)), url, durationInSeconds: 5, visit };
          for (let time = 0; time < times; time += 1) desk.double.pages.push(view);
        },
      };
    },
    shortPages: () => {
      desk.double.short.most = 1;
      return 1;
    },
    revoke: (revoked) => void (revoked ? desk.double.deny.add("pages") : desk.double.deny.clear()),
    expire: () => desk.double.expire(),
    letIn: letsIn(() => desk.double, /oauth2/, json(400, { error: "invalid_grant" })),
    secrets: { clientSecret: UNIT_APP.clientSecret },
    shutOut:
      "The refresh token was revoked or has expired, or the user may not sign in (invalid_grant).",
    clockIsOff: (by) => desk.double.clockIsOff(by),
  };
}
