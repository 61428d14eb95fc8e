const words = (text: string): ReadonlySet<string> => new Set(text.split(/[\s,]+/).filter(Boolean));

/** Whole names, given and family name joined, that stand for nobody. */
const NOBODY = words(`
  firstlast lastfirst givenfamily namesurname fnamelname firstsecond johndoe janedoe joebloggs
  fredbloggs johnqpublic maxmustermann erikamustermann olanordmann karinordmann
  medelsvensson mickeymouse minniemouse donaldduck bugsbunny santaclaus loremipsum darthvader
  testuser usertest testperson testlead demouser dummyuser sampleuser exampleuser guestuser
  anonymoususer anonymousanonymous adminadmin useruser asdadsa
`);

/** Words of desks and departments; a name made of nothing else is no person's. */
const DESK = words(`
  sales team info information marketing department dept admin administrator administration support
  accounts account payable receivable office customer service services hr human resources it help
  helpdesk desk reception purchasing procurement finance billing operations general manager the
  contact enquiries inquiries vertrieb einkauf buchhaltung kundenservice salg kundeservice
`);

const ROWS = [
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "qsdfghjklm",
  "yxcvbnm",
  "zxcvbnm",
];

/** True for what fingers make of a keyboard's row: asdf, qwe, jkl, asdasd, aaaa. */
function isKeyboardRow(part: string): boolean {
  const letters = part.toLowerCase().replace(/\P{L}/gu, "");
  if (letters.length < 3) return false;
  const unit = /^(.+?)\1+$/u.exec(letters)?.[1] ?? letters;
  if ([...unit].length === 1) return true;
  return unit.length >= 3 && ROWS.some((row) => row.includes(unit));
}

const bare = (text: string) => text.toLowerCase().replace(/\P{L}/gu, "");

/** Why a given and a family name are made up or a desk's, or null where they may be a person's. */
export function standInFault(given: string, family: string): string | null {
  if (NOBODY.has(bare(given + family))) return "stands for nobody";
  if ([given, family].some(isKeyboardRow)) return "is made of a keyboard's row";
  const all = `${given} ${family}`.split(" ").map(bare);
  return all.every((word) => DESK.has(word)) ? "is a desk's, not a person's" : null;
}
