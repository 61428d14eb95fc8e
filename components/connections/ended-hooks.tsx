import { ENDED_DAYS, type EndedHook, whyEnded } from "@/lib/connections/rest-hooks/ended-hook";
import { connectionAddress } from "@/lib/platform/address";
import type { Reader } from "@/lib/platform/format";
import { ReaderTime } from "../shell/reader-time";
import { Section } from "../ui/section";

type EndedHooksProps = { hooks: readonly EndedHook[]; reader: Reader; now: Date };

/** The hooks that are no more, and why: whoever subscribed one may believe that it is told still. */
export function EndedHooks({ hooks, reader, now }: EndedHooksProps) {
  if (hooks.length === 0) return null;
  return (
    <Section title="Ended" aside={`last ${ENDED_DAYS} days`} className="mt-6 min-w-0">
      <ul aria-label="Hooks that ended">
        {hooks.map(({ id, name, targetUrl, endedAt, ...end }) => (
          <li key={id} className="border-b border-line py-2">
            <p className="text-small wrap-anywhere">
              <a
                href={connectionAddress(id)}
                className="font-semibold underline underline-offset-3"
              >
                {name}
              </a>{" "}
              <ReaderTime
                as="moment"
                at={endedAt}
                now={now}
                reader={reader}
                className="num text-faint"
              />
            </p>
            <p className="text-small text-soft wrap-anywhere">
              {whyEnded(end)} {targetUrl} is told nothing more.
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
