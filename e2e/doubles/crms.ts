import type { GivenSettings } from "@/lib/connections/given-settings";
import { proveStandard } from "@/lib/connections/senders/standard-webhooks";
import { type Double, json, type Reply, startDouble } from "./double";
import { HUBSPOT_FAULTS, hubspotCrmGiven, startHubspot } from "./hubspot";
import { ID_OF_LEADS, PIPEDRIVE_FAULTS, pipedriveGiven, startPipedrive } from "./pipedrive";
import { SALESFORCE_FAULTS, salesforceGiven, startSalesforce } from "./salesforce/salesforce";

type Colleague = { name: string; email: string };

/** Something that Baton writes to, as tests see it that are the same for each of them. */
export type PlayedTarget = Double & {
  given: GivenSettings;
  faults: Readonly<Record<"a wish" | "a limit" | "a revoked access", Reply>>;
  /** Does what it is asked to write and then answers with this, until told null. */
  answersAfterwards(after: { on: "the record" | "the note"; reply: Reply } | null): void;
  /** What it has of a lead of Baton's. */
  has(leadId: string): { records: number; notes: number };
  /** The time of its clock. */
  at(now: Date): void;
};

export type PlayedCrm = PlayedTarget & {
  /** Somebody there gives a lead's record to another of its people. */
  giveTo(leadId: string, email: string, at: Date): void;
  /** Somebody there writes a text into the field for our id, over that of a lead. */
  writesOverId(leadId: string, text: string, at: Date): void;
  /** The access that was given may write what leads become there, or may no more. */
  mayWrite(may: boolean): void;
  /** The access that was given may read what leads became there, or may no more. */
  mayRead(may: boolean): void;
  /** The field that holds our id is there, or was deleted. */
  keepsOurId(keeps: boolean): void;
};

async function salesforce(people: readonly Colleague[]): Promise<PlayedCrm> {
  const org = await startSalesforce();
  const { Lead, Task } = org.tables;
  for (const [index, { name: Name, email: Email }] of people.entries())
    org.tables.User?.push({ Id: `005${index}`, Name, Email, IsActive: true });
  const of = (leadId: string) => Lead.filter((one) => one.Baton_Id__c === leadId);
  const mayUse = (may: boolean) => {
    org.scopes(may ? "api refresh_token" : "refresh_token");
    org.expire();
  };
  return {
    ...org,
    given: salesforceGiven(org.address),
    faults: {
      "a wish": SALESFORCE_FAULTS["a rate limit"],
      "a limit": SALESFORCE_FAULTS["a limit that says nothing"],
      "a revoked access": SALESFORCE_FAULTS["no API"],
    },
    answersAfterwards: (after) =>
      org.afterTheWork(
        after?.reply ?? null,
        after?.on === "the note" ? /Task/ : /sobjects(?!.*Task)/,
      ),
    has: (leadId) => ({
      records: of(leadId).length,
      notes: Task.filter(({ WhoId }) => of(leadId).some(({ Id }) => Id === WhoId)).length,
    }),
    giveTo(leadId, email, at) {
      const Owner = org.tables.User?.find(({ Email }) => Email === email);
      const SystemModstamp = at.toISOString();
      for (const one of of(leadId))
        Object.assign(one, { OwnerId: Owner?.Id, Owner, SystemModstamp });
    },
    writesOverId(leadId, text, at) {
      for (const one of of(leadId))
        Object.assign(one, { Baton_Id__c: text, SystemModstamp: at.toISOString() });
    },
    keepsOurId(keeps) {
      const { Lead: fields = [] } = org.objects;
      const id = fields.find(({ label }) => label === "Baton Id");
      if (id) id.name = keeps ? "Baton_Id__c" : "Renamed__c";
    },
    // What a token may do is one scope there, to read and to write.
    mayWrite: mayUse,
    mayRead: mayUse,
  };
}

async function hubspot(people: readonly Colleague[]): Promise<PlayedCrm> {
  const portal = await startHubspot();
  const { account } = portal;
  for (const [index, { name, email }] of people.entries())
    account.owners.push({ id: String(index + 1), email, firstName: name, lastName: "" });
  const of = (leadId: string) =>
    account.contacts.filter(({ properties }) => properties.baton_id === leadId);
  return {
    ...portal,
    given: hubspotCrmGiven(portal.address),
    faults: {
      "a wish": HUBSPOT_FAULTS["a limit with Retry-After"],
      "a limit": HUBSPOT_FAULTS["a limit without Retry-After"],
      "a revoked access": HUBSPOT_FAULTS["a revoked token"],
    },
    answersAfterwards(after) {
      const on = after?.on === "the note" ? /objects\/notes$/ : /objects\/contacts(\/\d+)?$/;
      account.after = after && { on, reply: after.reply };
    },
    has: (leadId) => ({
      records: of(leadId).length,
      notes: account.notes.filter((note) => of(leadId).some(({ id }) => id === note.contactId))
        .length,
    }),
    giveTo(leadId, email, at) {
      const id = account.owners.find((one) => one.email === email)?.id ?? null;
      const given = { hubspot_owner_id: id, lastmodifieddate: at.toISOString() };
      for (const { properties } of of(leadId)) Object.assign(properties, given);
    },
    writesOverId(leadId, text, at) {
      const given = { baton_id: text, lastmodifieddate: at.toISOString() };
      for (const { properties } of of(leadId)) Object.assign(properties, given);
    },
    at(now) {
      account.now = now;
    },
    keepsOurId(keeps) {
      const id = account.properties.find(({ label }) => label === "baton id");
      if (id) id.name = keeps ? "baton_id" : "renamed";
    },
    mayWrite(may) {
      account.revoked.clear();
      if (!may) account.revoked.set(/objects\/contacts(\/\d+)?$/, "crm.objects.contacts.write");
    },
    mayRead(may) {
      account.revoked.clear();
      if (!may) account.revoked.set(/contacts\/search$/, "crm.objects.contacts.read");
    },
  };
}

async function pipedrive(people: readonly Colleague[]): Promise<PlayedCrm> {
  const double = await startPipedrive();
  const { company } = double;
  for (const [index, { name, email }] of people.entries())
    company.users.push({ id: index + 1, name, email, active_flag: true });
  const of = (leadId: string) => company.leads.filter((one) => one[ID_OF_LEADS] === leadId);
  return {
    ...double,
    given: pipedriveGiven(double.address),
    faults: {
      "a wish": PIPEDRIVE_FAULTS["a limit with Retry-After"],
      "a limit": PIPEDRIVE_FAULTS["a limit that says nothing"],
      "a revoked access": PIPEDRIVE_FAULTS["a revoked token"],
    },
    answersAfterwards: (after) =>
      double.afterTheWork(
        after && { on: after.on === "the note" ? /notes/ : /leads/, reply: after.reply },
      ),
    has: (leadId) => ({
      records: of(leadId).length,
      notes: company.notes.filter((note) => of(leadId).some(({ id }) => id === note.lead_id))
        .length,
    }),
    giveTo(leadId, email, at) {
      const id = company.users.find((one) => one.email === email)?.id;
      for (const one of of(leadId))
        Object.assign(one, { owner_id: id, update_time: at.toISOString() });
    },
    writesOverId(leadId, text, at) {
      for (const one of of(leadId))
        Object.assign(one, { [ID_OF_LEADS]: text, update_time: at.toISOString() });
    },
    keepsOurId(keeps) {
      for (const one of company.dealFields)
        if (one.key === ID_OF_LEADS) one.name = keeps ? "Baton ID" : "Renamed";
    },
    mayWrite: (may) => double.forbid(may ? [] : [{ on: /leads/, writes: true }]),
    mayRead: (may) => double.forbid(may ? [] : [{ on: /leads/ }]),
  };
}

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/** `believes`: its own copy of the secret is another one, until told null. */
type PlayedHook = PlayedTarget & { believes(secret: string | null): void };

/** The target of a hook, which believes the signature alone, and knows by its id what it was told before (Standard Webhooks). */
async function restHook(): Promise<PlayedHook> {
  const told = new Map<string, string>();
  let secret = SECRET;
  let afterwards: Reply | null = null;
  let now = new Date();
  const double = await startDouble(({ body, headers }) => {
    const call = {
      headers: new Headers(headers as Record<string, string>),
      body: Buffer.from(JSON.stringify(body)),
      address: "",
    };
    if (!proveStandard(call, secret, now).ok) return json(401, {});
    const { data } = body as { data: { leadId: string } };
    told.set(String(headers["webhook-id"]), data.leadId);
    return afterwards ?? { status: 204, body: "" };
  });
  return {
    ...double,
    given: {
      settings: { address: `${double.address}/hook` },
      secrets: { signingSecret: SECRET },
    },
    faults: {
      "a wish": json(429, {}, { "retry-after": "90" }),
      "a limit": json(429, {}),
      "a revoked access": json(401, {}),
    },
    answersAfterwards(after) {
      afterwards = after?.reply ?? null;
    },
    has(leadId) {
      const notes = [...told.values()].filter((one) => one === leadId).length;
      return { records: Math.min(notes, 1), notes };
    },
    at(time) {
      now = time;
    },
    believes(other) {
      secret = other ?? SECRET;
    },
  };
}

/** By their ids in `connection.system`: starts each with the people who can own records there. */
export const PLAYED_CRMS = { salesforce, hubspot_crm: hubspot, pipedrive } as const;

export const PLAYED_TARGETS = { ...PLAYED_CRMS, rest_hook: restHook } as const;
