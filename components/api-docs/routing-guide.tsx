import { Guide, Sample } from "./guide";

const BODY = `{
  "leadEmail": "ada.berg@example.com",
  "owner": "amara.lindqvist@example.com",
  "reason": "LeanData: assigned, matched account Nordlys Frakt AS",
  "decidedAt": "2026-06-03 10:00:00Z"
}`;
const ANSWER = `{
  "result": "routed",
  "leadId": "5b0c6f3e-5a5b-4c58-9f0e-3f1f2f9f4a11",
  "handoffId": "0d1c2b3a-1a2b-4c3d-8e4f-5a6b7c8d9e0f",
  "routedAt": "2026-06-03T10:00:01.000Z"
}`;
const HELD = `HTTP/1.1 409 Conflict

{
  "type": "about:blank",
  "title": "Not now",
  "status": 409,
  "detail": "…",
  "missing": ["C1.4", "C2.5"],
  "kept": true
}`;
const CONDITION = `LEFT({!$Record.OwnerId}, 3) = "005" && (
  ISNEW() || ISCHANGED({!$Record.OwnerId})
  || ISCHANGED({!$Record.LeanData__Routing_Action__c})
)`;
const REASON = `"LeanData: " & {!$Record.LeanData__Routing_Action__c} & ", matched account " & {!$Record.LeanData__Matched_Account_Name__c}`;

/** As Salesforce writes a time in a text, in UTC; this API reads it so. */
const DECIDED_AT = "TEXT({!$Record.LastModifiedDate})";

/** What LeanData's package keeps on a Lead; a text of the last action, not of how it stands. */
const FIELDS = [
  ["LeanData__Routing_Action__c", "what the router did last: assigned, converted, merged …"],
  ["LeanData__Router_Status__c, LeanData__Routing_Status__c", "how far it came"],
  ["LeanData__Reporting_Matched_Account__c", "the account it matched, as a lookup"],
  ["LeanData__Matched_Account_Name__c", "that account’s name"],
  ["LeanData__Segment__c, LeanData__Tag__c", "what it was sorted into"],
] as const;

/** How LeanData or a flow of Salesforce writes its decision here, step by step. */
export function RoutingGuide({ base }: { base: string }) {
  return (
    <Guide id="salesforce" title="Routing made in Salesforce: Flow and LeanData">
      <p>
        Salesforce decides, Baton hands off: a flow calls <code>/api/v1/routing</code> with the new
        owner and the reason that the rep reads. The gate still holds: for a lead that is not ready
        the answer is 409 with the fields that are missing. The decision is kept, and followed at
        the moment when nothing is missing any more. Where that owner is away or at their cap by
        then, Baton’s own rules choose, and the handoff says so.
      </p>
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        <li>Here, under Connections, create a key that may do one thing: Route leads.</li>
        <li>
          In Salesforce, Setup, Permission Sets: make one that may read the object User External
          Credentials, and assign it to everybody whose change of a lead starts the flow: the user
          that LeanData works as, too.
        </li>
        <li>
          Setup, Named Credentials, External Credentials: a new one named Baton with the protocol
          Custom. Add a principal with an authentication parameter Key that holds the key, give the
          permission set access to it (External Credential Principal Access), and add a custom
          header:
          <Sample label="the custom header">
            {"Authorization: {!'Bearer ' & $Credential.Baton.Key}"}
          </Sample>
        </li>
        <li>
          Setup, Named Credentials: a new one with this URL and that external credential; allow
          formulas in the HTTP header, and do not generate an authorization header.
          <Sample label="the URL">{base}</Sample>
        </li>
        <li>
          Flow Builder: a record-triggered flow on Lead, when a record is created or updated, on
          this formula (without LeanData leave its line out). A lead in a queue, whose id starts
          with 00G, has no rep. Put the next step on its asynchronous path: a callout cannot run in
          the transaction that saves the lead.
          <Sample label="the condition">{CONDITION}</Sample>
        </li>
        <li>
          Add an action, Create HTTP Callout: the named credential, POST, the path{" "}
          <code>/api/v1/routing</code>, and as the sample of the request body:
          <Sample label="the request body">{BODY}</Sample>
          As the sample of the answer:
          <Sample label="the answer">{ANSWER}</Sample>
        </li>
        <li>
          Set leadEmail to $Record.Email, owner to $Record.Owner:User.Email, and reason to a formula
          such as:
          <Sample label="the reason">{REASON}</Sample>
          Set decidedAt to a formula, so that a decision that comes twice, or late, is told from one
          that was made anew:
          <Sample label="when it was decided">{DECIDED_AT}</Sample>
          Without it the same owner for the same reason is taken for the decision that was followed
          before.
        </li>
        <li>
          After the action, a Decision on its Response Code: to Flow a refusal is an answer, and no
          fault. 200 and 201 are handed off, also from a rep who has not tried to reach the lead
          yet. 404 is a lead that Baton does not know. 409 says why not: the gate holds the lead for
          what is missing, its rep has tried to reach it already, a later decision was followed, it
          was set aside, or the owner is away or at their cap. Where it says kept, there is nothing
          to do: marketing ops sees it under Needs you, and it goes to that owner once it is ready;
          a later decision replaces it until then. For anything else let the flow tell you, and give
          the action a fault path that does so as well, for when there is no answer: Flow does not
          send again by itself. The same decision twice makes one handoff.
          <Sample label="what a held lead is answered">{HELD}</Sample>
        </li>
        <li>
          To take back a decision that waits, call DELETE with the same key, naming the lead in the
          address; the lead goes by Baton’s own rules then.
          <Sample label="the address to withdraw by">
            {"/api/v1/routing?leadEmail=ada.berg@example.com"}
          </Sample>
        </li>
      </ol>
      <p>
        Where Salesforce is connected under Connections, no flow is needed for LeanData: every five
        minutes Baton reads the leads that LeanData assigned (LeanData__Routing_Action__c), finds
        them here by their Email, and hands them to that owner with LeanData’s reason. One that the
        gate holds waits, and is handed off once it is ready; one that went back to a queue is
        withdrawn. A lead that a rep has tried to reach is left to them. The owner must be a user
        with the email of a rep here. A flow is sooner, and serves routing without LeanData.
      </p>
      <p>What LeanData writes on a Lead, for the reason and for the condition:</p>
      <ul className="text-small/6">
        {FIELDS.map(([name, does]) => (
          <li key={name} className="wrap-anywhere">
            <span className="font-medium text-ink">{name}</span>: {does}
          </li>
        ))}
      </ul>
    </Guide>
  );
}
