import { describe, expect, it } from "vitest";
import { isFreeMail } from "./mail-domains";
import { isRoleAddress } from "./role-addresses";

/** The commonest given names of the countries that leads come from (national statistics, 2020–2024). */
const GIVEN_NAMES = `james mary robert patricia john jennifer michael linda david elizabeth william
  barbara richard susan joseph jessica thomas sarah charles karen daniel matthew lisa anthony betty
  mark sandra donald ashley steven emily paul kimberly andrew donna joshua carol kenneth amanda kevin
  nora emma olivia ella maja jakob emil noah oliver lukas filip liam axel anne inger kari ingrid jan
  per bjorn ole lars kjell peter ursula monika petra sabine thomas andreas stefan juergen marie jean
  michel nathalie isabelle catherine philippe nicolas maria jose carmen antonio manuel francisco ana
  giuseppe giovanni mario luigi rosa angela anna sofia aurora wei fang lei jun min yan hiroshi yuki
  haruto sakura mohammed ali fatima omar aisha priya rahul arjun anita dmitri olga irina sergei art
  bill dean grace faith hope joy dawn april may june august rob sue pat gene guy will drew frank ernest
  victor max rich penny olive ivy iris pearl ruby amber jade crystal summer autumn justice marshall
  sales`.split(/\s+/);

describe("C1.4 addresses of a desk", () => {
  it("are no given names", () => {
    expect(GIVEN_NAMES.filter(isRoleAddress)).toEqual(["sales"]);
  });

  it("are no initials, which firms in the north address people by", () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyz"];
    const pairs = letters.flatMap((one) => letters.map((other) => one + other));
    expect(pairs.filter(isRoleAddress)).toEqual(["hi", "hr", "it", "pr"]);
  });
});

describe("C1.4 private mail", () => {
  it("is none where a suffix has names of companies under it", () => {
    expect(["spb.ru", "msk.ru", "za.com", "pp.ua"].filter(isFreeMail)).toEqual([]);
  });
});
