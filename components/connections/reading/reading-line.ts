import type { Reading } from "@/lib/connections/sources/reading";
import { formatAge, formatComingAt, formatDay, type Reader } from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";
import { capitalised } from "@/lib/platform/shown-text";
import type { StandingWords } from "../connection-words";

/** How far one stream of a system has been read, in words. */
export type ReadingLine = {
  id: string;
  name: string;
  standing: StandingWords;
  /** What came last, and when. */
  came: string;
  /** '1,204 taken in, 3 not readable'. */
  total: string;
};

/** Since when it has failed, where it did more than once. */
const since = ({ failedAt, failures }: Reading, reader: Reader, now: Date) =>
  failedAt && failures > 1 ? ` First failed ${formatAge(failedAt, now, reader)}.` : "";

const again = ({ restsUntil }: Reading, reader: Reader, now: Date) =>
  restsUntil && restsUntil > now ? ` Tried again ${formatComingAt(restsUntil, reader, now)}.` : "";

/** What of the past is read where that goes on beside what happens now, and when it goes on. */
function behindOf({ behind }: Reading, reader: Reader, now: Date): string {
  if (!behind) return "";
  const back = ` Read back to ${formatDay(behind.backTo, reader, now, "short")}.`;
  const { restsUntil } = behind;
  if (!restsUntil || restsUntil <= now) return back;
  const when = formatComingAt(restsUntil, reader, now);
  return `${back} Its share of today’s calls is used up: it continues ${when}. What happens now is read meanwhile.`;
}

function standingOf(reading: Reading, reader: Reader, now: Date): StandingWords {
  const { failure, caughtUpAt, readAt, readUntil, changed, unread } = reading;
  if (failure) {
    const detail = `${failure}${since(reading, reader, now)}${again(reading, reader, now)}`;
    return { word: "Not read", tone: "bad", detail };
  }
  if (!readAt) return { word: "Not read yet", tone: "calm", detail: "It begins within a minute." };
  if (!caughtUpAt) {
    const last = `Last page ${formatAge(readAt, now, reader)}.`;
    const detail = `${last}${behindOf(reading, reader, now)}`;
    return { word: "Reading what was there before", tone: "calm", detail };
  }
  const waits = changed > 0 ? ` ${formatNumber(changed, reader.locale)} to be read back.` : "";
  const until = readUntil ? `Read to ${formatAge(readUntil, now, reader)}.` : "";
  const detail = `${until}${waits}${unreadOf(unread)}`.trim();
  if (unread.length > 0) return { word: "Read in part", tone: "calm", detail };
  return { word: "Up to date", tone: "good", detail };
}

/** As many of what is not given as are named. */
const NAMED = 3;

function unreadOf(unread: readonly string[]): string {
  if (unread.length === 0) return "";
  const more = unread.length > NAMED ? ` and ${unread.length - NAMED} more` : "";
  return ` Not given: ${unread.slice(0, NAMED).join(", ")}${more}. Asked for again each time.`;
}

export function readingLine(reading: Reading, reader: Reader, now: Date): ReadingLine {
  const { stream, holds, words, wordsAt, taken, refused } = reading;
  const number = (value: number) => formatNumber(value, reader.locale);
  return {
    id: stream,
    name: capitalised(holds),
    standing: standingOf(reading, reader, now),
    came: words && wordsAt ? `${words}, ${formatAge(wordsAt, now, reader)}` : "Nothing yet",
    total: `${number(taken)} taken in${refused > 0 ? `, ${number(refused)} not readable` : ""}`,
  };
}

/** How a connection that is read stands: its worst stream; null where nothing of it is read. */
export function readingStanding(
  readings: readonly Reading[],
  reader: Reader,
  now: Date,
): StandingWords | null {
  const [first] = readings;
  if (!first) return null;
  const failing = readings.filter(({ failure }) => failure);
  const [worst] = failing;
  if (worst) {
    const { detail } = standingOf(worst, reader, now);
    const word = failing.length === readings.length ? "Failing" : `No ${worst.holds}`;
    return { word, tone: "bad", detail };
  }
  const begins = readings.find(({ caughtUpAt }) => !caughtUpAt);
  const inPart = begins ? undefined : readings.find(({ unread }) => unread.length > 0);
  if (!inPart) return standingOf(begins ?? first, reader, now);
  const word = `${capitalised(inPart.holds)} in part`;
  return { ...standingOf(inPart, reader, now), word };
}
