import { isProvider, isSource, type System } from "./systems";
import { wrongAddress } from "./wrong-address";

/** What somebody gives to connect a system: what may be seen, and what may not. */
export type GivenSettings = {
  settings: { [key: string]: string };
  secrets: { [key: string]: string };
};

/** One thing that is wrong; `reason` is read after the label or the field's path. */
type SettingFault = { field: string; label: string; reason: string };

const LONGEST = 2_000;

/** What is given, without spaces around it and without what was left empty. */
export function trimmed({ settings, secrets }: GivenSettings): GivenSettings {
  const tidy = (values: { [key: string]: string }) =>
    Object.fromEntries(
      Object.entries(values)
        .map(([key, value]) => [key, value.trim()])
        .filter(([, value]) => value !== ""),
    );
  return { settings: tidy(settings), secrets: tidy(secrets) };
}

/** Everything that is wrong with the settings of a system, each named; empty where it can be connected. */
export function settingFaults(system: System, given: GivenSettings): SettingFault[] {
  const missing = system.settings
    .filter(({ key, secret, optional }) => !optional && !given[part(secret)][key])
    .map(({ key, label, secret }) => fault(secret, key, label, "is missing"));
  const present = [true, false].flatMap((secret) =>
    Object.entries(given[part(secret)]).map(([key, value]) => ({ secret, key, value })),
  );
  return [
    ...missing,
    ...present.flatMap(({ secret, key, value }) => {
      const known = system.settings.find((setting) => setting.key === key);
      const reason =
        known?.secret === secret ? wrong(system, key, value) : misplaced(system, known);
      return reason ? [fault(secret, key, known?.label ?? key, reason)] : [];
    }),
  ];
}

const part = (secret: boolean) => (secret ? "secrets" : "settings");

const fault = (secret: boolean, key: string, label: string, reason: string): SettingFault => ({
  field: `${part(secret)}.${key}`,
  label,
  reason,
});

function misplaced(system: System, known?: { secret: boolean }): string {
  if (!known) return `is not a setting of ${system.label}`;
  return known.secret ? "belongs to the secrets" : "is no secret: it belongs to the settings";
}

function wrong(system: System, key: string, value: string): string | null {
  if (value.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (/\p{Cc}/u.test(value) || !value.isWellFormed()) return "has a character that cannot be kept";
  if (isSource(system) && key === "address") return wrongAddress(value);
  if (!isProvider(system)) return system.wrong(key, value);
  if (key === "costCents") return /^\d{1,6}$/.test(value) ? null : "is not a whole number of cents";
  return key === "address" ? wrongAddress(value) : null;
}

/** Where a connection's keys are sent, besides the system's own host: keys go nowhere unasked. */
export function sameAddress(one: { [key: string]: unknown }, other: { [key: string]: unknown }) {
  const host = ({ address }: { [key: string]: unknown }) =>
    typeof address === "string" && URL.canParse(address) ? new URL(address).origin : null;
  return host(one) === host(other) && one.server === other.server && one.login === other.login;
}
