import { startWords } from "../availability";
import type { Rep } from "../rep";
import type { Answer, Question, Standing } from "./rule";

const startOf = ({ availability }: Standing) =>
  availability.can === "later" ? availability.startsAt : null;

/** While nobody is at work, the lead waits for those who start first. */
export function firstToStart({ team, now }: Question): Answer {
  const starts = team.map(startOf).filter((at) => at !== null);
  const first = Math.min(...starts);
  if (starts.length === 0) return { matched: false, why: "nobody starts later" };
  const words = (rep: Rep) => startWords(first, rep.timeZone, now);
  const those = team.filter((one) => startOf(one) === first);
  return {
    matched: true,
    those,
    why: those.map(({ rep }) => `${rep.name} starts at ${words(rep)}`).join(", "),
    label: (rep) => `you start first, at ${words(rep)}`,
    who: "who starts first",
  };
}
