import { parse } from "tldts";
import { isPlaceholder } from "@/lib/standard/values/placeholder";
import { wordSet } from "../text/word-set";

/** Typed before any @ by somebody who gives no address. Long enough to be nobody's initials. */
const NOBODY = wordSet(`
  noemail nomail noaddress none null undefined unknown notprovided notavailable donthave
  dontspam nospam nothanks notelling fake fakeemail fakemail dummy placeholder asdf asdfasdf asdfgh
  asdfghjkl qwerty qwertyuiop test testing tester testtest testuser testemail testlead blank
`);

/** Both sides like this and nobody is meant, though each side alone could be somebody. */
const STAND_IN = wordSet(`
  a aa b c d e abc def xyz asd qwe zxc lorem ipsum nobody nowhere noone some someone something anything
  user username mail email myemail youremail domain domainname mydomain yourdomain site website
  mysite yoursite johndoe janedoe no
`);

/** example.com is for documentation and try-outs (RFC 2606), where any name may be meant; DNS refuses it. */
const DOCUMENTATION = "example";

const bare = (text: string) => text.replace(/[._-]/g, "").replace(/\d+$/, "");
const isStandIn = (text: string) =>
  STAND_IN.has(bare(text)) || NOBODY.has(bare(text)) || isPlaceholder(text);
/** As a whole (johndoe), or in every part (firstname.lastname). */
const standsIn = (text: string) =>
  isStandIn(text) || text.split(/[._-]+/).every((part) => isStandIn(part));

/**
 * True where an address stands in for one that was not given (spec C: placeholders are no values):
 * test@test.com, asdf@gmail.com, firstname.lastname@company.com. Both parts in lower case.
 */
export function isPlaceholderAddress(localPart: string, domain: string): boolean {
  const untagged = localPart.split("+")[0] ?? "";
  if (NOBODY.has(bare(untagged))) return true;
  const name = parse(domain).domainWithoutSuffix ?? "";
  if (name === DOCUMENTATION || !standsIn(name)) return false;
  return standsIn(untagged) || bare(untagged) === bare(name);
}
