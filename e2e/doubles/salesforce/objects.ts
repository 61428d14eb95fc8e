/** A field as `describe` tells it; only what somebody reads of it. */
export type Field = {
  name: string;
  label: string;
  type: string;
  length: number;
  createable: boolean;
  updateable: boolean;
  externalId: boolean;
  unique: boolean;
  restrictedPicklist: boolean;
  picklistValues: { value: string; label: string; active: boolean }[];
};

export const field = (
  name: string,
  type: string,
  length = 0,
  rest: Partial<Field> = {},
): Field => ({
  ...{ name, label: name.replace(/__c$/, "").replaceAll("_", " "), type, length },
  ...{ createable: true, updateable: true, externalId: false, unique: false },
  ...{ restrictedPicklist: false, picklistValues: [], ...rest },
});

const choice = (name: string, values: readonly string[], restricted = true) =>
  field(name, "picklist", 255, {
    restrictedPicklist: restricted,
    picklistValues: values.map((value) => ({ value, label: value, active: true })),
  });

const readOnly = { createable: false, updateable: false };
const id = () => field("Id", "id", 18, readOnly);
const batonId = () => field("Baton_Id__c", "string", 36, { externalId: true, unique: true });

/** The objects of an org that has what Baton needs, and some fields of its own. */
export const objects = (): { [object: string]: Field[] } => ({
  Lead: [
    id(),
    batonId(),
    field("FirstName", "string", 40),
    field("LastName", "string", 80),
    field("Name", "string", 121, readOnly),
    field("Company", "string", 255),
    field("Title", "string", 128),
    field("Email", "email", 80),
    field("Phone", "phone", 40),
    field("Website", "url", 255),
    field("NumberOfEmployees", "int"),
    choice("Industry", ["Banking", "Manufacturing"], false),
    choice("LeadSource", ["Web", "Other"], false),
    choice("Status", ["Open - Not Contacted", "Working - Contacted"]),
    field("Description", "textarea", 32_000),
    field("OwnerId", "reference", 18),
    field("Baton_Summary__c", "textarea", 32_000),
    field("Baton_Score__c", "double"),
    field("Baton_Warm__c", "boolean"),
    field("Baton_Routed__c", "datetime"),
    field("Baton_Link__c", "url", 255),
    choice("Baton_Answer__c", ["Accepted", "Rejected"]),
    choice("Rating", ["Hot", "Warm", "Cold"]),
    field("Short_Note__c", "string", 20),
  ],
  Task: [
    id(),
    batonId(),
    field("WhoId", "reference", 18),
    field("Subject", "combobox", 255),
    field("Description", "textarea", 32_000),
    choice("Status", ["Not Started", "Completed"], false),
    field("OwnerId", "reference", 18),
  ],
  Account: [id(), field("Name", "string", 255), field("Website", "url", 255)],
  Contact: [id(), field("Email", "email", 80)],
  Opportunity: [id(), field("StageName", "picklist", 40)],
  User: [id(), field("Email", "email", 128)],
});
