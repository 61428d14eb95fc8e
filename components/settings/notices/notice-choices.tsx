import { NOTICE_KINDS, type NoticeKind } from "@/lib/notices/kinds";
import type { NoticeSettings } from "@/lib/notices/settings/quiet";
import type { OfferedChannel } from "@/lib/notices/settings/view";
import { CheckBox } from "../../form/check-box";
import { CHOICE, choiceValue } from "./notice-input";

type NoticeChoicesProps = {
  kinds: readonly NoticeKind[];
  channels: readonly OfferedChannel[];
  choices: NoticeSettings["choices"];
  email: string;
};

/** For each kind, the ways by which the reader is told. */
export function NoticeChoices({ kinds, channels, choices, email }: NoticeChoicesProps) {
  const isOn = (kind: NoticeKind, id: string) =>
    choices.some((choice) => choice.kind === kind && choice.connectionId === id);
  return (
    <div className="mb-6">
      <h2 className="mb-1 text-small font-semibold text-soft">Tell me when</h2>
      {kinds.map((kind) => (
        <fieldset key={kind} className="border-b border-line py-3 md:flex md:gap-6">
          <legend className="float-left mb-1.5 w-full font-medium md:mb-0 md:w-[260px]">
            {NOTICE_KINDS[kind].label}
          </legend>
          <div className="flex flex-wrap gap-x-6 gap-y-2 max-md:clear-both">
            {channels.map(({ id, name, paused }) => (
              <CheckBox
                key={id}
                name={CHOICE}
                value={choiceValue(kind, id)}
                label={paused ? `${name} (paused)` : name}
                defaultChecked={isOn(kind, id)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <p className="mt-2 text-small text-faint">{readersOf(channels, email)}</p>
    </div>
  );
}

/** Who reads what is told by which, so that nobody shares a lead's name unawares. */
function readersOf(channels: readonly OfferedChannel[], email: string): string {
  const of = (readers: OfferedChannel["readers"]) =>
    channels.filter((one) => one.readers === readers).map(({ name }) => name);
  const [mails, rooms] = [of("the person"), of("a room")];
  const mailed = mails.length > 0 ? `${mails.join(" and ")} goes to ${email} alone.` : "";
  const shared =
    rooms.length > 0
      ? `Everybody in the channel of ${rooms.join(" and ")} reads the lead’s name and company.`
      : "";
  return [mailed, shared].filter(Boolean).join(" ");
}
