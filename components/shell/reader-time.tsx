import {
  formatAge,
  formatDay,
  formatExact,
  formatMoment,
  formatTime,
  type Reader,
} from "@/lib/platform/format";
import { inSentence } from "@/lib/trail/wording/prose";
import { Time } from "../ui/time";

const forms = {
  age: formatAge,
  day: (at: Date, now: Date, reader: Reader) => formatDay(at, reader, now, "short"),
  moment: (at: Date, now: Date, reader: Reader) => formatMoment(at, reader, now),
  /** A moment in the middle of a sentence: "since today 14:28". */
  within: (at: Date, now: Date, reader: Reader) => inSentence(formatMoment(at, reader, now)),
  exact: (at: Date, now: Date, reader: Reader) => formatMoment(at, reader, now, "second"),
  time: (at: Date, _now: Date, reader: Reader) => formatTime(at, reader),
};

type ReaderTimeProps = {
  at: Date;
  now: Date;
  reader: Reader;
  as: keyof typeof forms;
  className?: string;
};

/** An instant in the reader's zone: "3 min ago", "17 Nov", "Today 14:28"; exact on hover. */
export function ReaderTime({ at, now, reader, as, className }: ReaderTimeProps) {
  return (
    <Time at={at} exact={formatExact(at, reader)} className={className}>
      {forms[as](at, now, reader)}
    </Time>
  );
}
