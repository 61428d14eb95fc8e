import { KEPT_HOURS } from "@/lib/access/idempotency/kept";
import { LIMIT, WRITE_LIMIT } from "@/lib/access/keys/limit";
import { SCOPE_NAMES, SCOPES } from "@/lib/access/keys/scopes";
import { formatNumber } from "@/lib/platform/format-number";
import { Guide, Sample } from "./guide";

const LOCALE = "en-GB";

const PROBLEM = `HTTP/1.1 400 Bad Request
Content-Type: application/problem+json

{
  "type": "about:blank",
  "title": "The request cannot be read",
  "status": 400,
  "detail": "email has no @.",
  "errors": [{ "field": "email", "reason": "has no @" }]
}`;

const limited = `HTTP/1.1 429 Too Many Requests
RateLimit-Policy: "key";q=${LIMIT.requests};w=${LIMIT.seconds}
RateLimit: "key";r=0;t=17
Retry-After: 17`;

/** What holds for every operation: keys, limits, sending twice, lists, errors. */
export function RulesGuide() {
  return (
    <>
      <Guide id="keys" title="Keys and what they may do">
        <p>
          An admin makes a key under Connections and chooses what it may do. Anything else is
          answered 403, and WWW-Authenticate names what the key lacks.
        </p>
        <ul className="text-small/6">
          {SCOPE_NAMES.map((scope) => (
            <li key={scope} className="flex gap-3">
              <span className="w-36 shrink-0 font-medium text-ink">{scope}</span>
              {SCOPES[scope]}
            </li>
          ))}
        </ul>
      </Guide>
      <Guide id="limits" title="Limits">
        <p>
          A key may ask {formatNumber(LIMIT.requests, LOCALE)} times in {LIMIT.seconds} seconds.
          Every answer to a known key says how many are left (IETF draft RateLimit header fields),
          unless Baton itself fails; one too many is answered 429 and says when to ask again. A
          write key of the tracking API may send {formatNumber(WRITE_LIMIT.requests, LOCALE)} times.
        </p>
        <Sample label="an answer to one too many">{limited}</Sample>
      </Guide>
      <Guide id="idempotency" title="Sending twice, taken once">
        <p>
          Give a POST an Idempotency-Key of your own. The same request again within {KEPT_HOURS}{" "}
          hours gets the same answer, with Idempotency-Replayed: true. While the first is still
          being answered that is 409, with Retry-After; another request under the same key is 422.
          What failed with 5xx is not kept: send it again.
        </p>
        <Sample label="the header field">
          {'Idempotency-Key: "8e03978e-40d5-43e8-bc93-6894a57f9324"'}
        </Sample>
      </Guide>
      <Guide id="lists" title="Lists">
        <p>
          A list answers data, nextCursor and total. Give nextCursor back as cursor until it is
          null; limit says how many come at a time.
        </p>
        <Sample label="the next page">
          {
            'curl "$BATON/api/v1/leads?limit=200&cursor=$NEXT_CURSOR" -H "Authorization: Bearer $API_KEY"'
          }
        </Sample>
      </Guide>
      <Guide id="errors" title="Errors">
        <p>
          Whatever is refused is answered with problem details (RFC 9457): detail for people, errors
          with each field, missing with the ids of the fields for which the gate holds a lead.
        </p>
        <Sample label="a problem">{PROBLEM}</Sample>
      </Guide>
    </>
  );
}
