import { folded } from "../text/folded";
import { keyWords } from "./company-name";

/** Words that very many names hold; they tell one company from another no better than 'the'. */
const COMMON = new Set(
  `and the of for a an in on at de la group groupe gruppe gruppen holding holdings international
   intl global worldwide national american european nordic solutions solution services service
   systems system consulting consultants advisory advisors technologies technology tech digital
   software media partners partner capital management investments investment ventures ventures
   enterprises enterprise industries industry industrial trading logistics transport construction
   engineering marketing design studio studios agency labs lab health care medical dental legal law
   insurance finance financial bank energy power foods food first new best premier elite prime
   quality professional general central north south east west northern southern eastern western
   united royal star sun blue green red black white gold golden silver company corporation`.split(
    /\s+/,
  ),
);
/** Letters of a name that two strangers will hardly have by chance. */
const LONG_ENOUGH = 10;
const LONG_ENOUGH_WITHOUT_SPACES = 5;

/**
 * True where a name is so much its own that a lead without a domain may be taken for the company
 * of that name: two words or more that few names hold, and long enough. Acme, Apex Solutions and
 * First National Bank are many companies.
 */
export function isTellingName(name: string): boolean {
  const words = keyWords(name).map(folded);
  const key = words.join("");
  // Scripts that are written without spaces say in one word what others say in three.
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u.test(key))
    return [...key].length >= LONG_ENOUGH_WITHOUT_SPACES;
  const own = words.filter((word) => word.length > 1 && !COMMON.has(word));
  return own.length >= 2 && key.length >= LONG_ENOUGH;
}
