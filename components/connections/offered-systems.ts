import type { SourceSystem } from "@/lib/connections/sources/source";
import {
  CONNECTABLE,
  isCrm,
  isHook,
  isProvider,
  isSender,
  isSource,
  type System,
} from "@/lib/connections/systems";
import { listed } from "@/lib/trail/wording/prose";
import type { OfferedSystem } from "./add-connection";

/** What connecting it does, which nobody should have to guess. */
function noteOf(system: System): string {
  if (isCrm(system))
    return `Every lead that is handed off becomes a record there, with the five categories as a note, and new leads are asked for their match. ${system.needs}`;
  if (isHook(system)) return "It subscribes by the API.";
  if (isProvider(system)) return "It joins the end of the enrichment chain.";
  if (isSource(system)) return readNote(system);
  if (isSender(system))
    return "It sends leads and what they did. Its address is in the list once it is connected.";
  if (system.readers === "the person")
    return "A test mail goes to you. Everybody chooses under Settings what is mailed to them.";
  return "A test message is posted. Everybody in its channel reads the names and companies of leads that people choose to be told of there.";
}

/** What of it is read, and that it may call besides. */
function readNote({ streams, needs, ...system }: SourceSystem): string {
  const holds = listed(streams.map((one) => one.holds));
  if (system.isRead)
    return `What it calls us about is taken in. Where its address is given, its ${holds} are read besides: all there is, then what changes; what comes both ways counts once. ${needs}`;
  const calls = "prove" in system ? " What it calls us about is read at once." : "";
  return `Its ${holds} are read: all there is, then what changes.${calls} ${needs}`;
}

/** The systems that can be connected, as their form needs them. */
export const OFFERED: readonly OfferedSystem[] = CONNECTABLE.map((system) => ({
  id: system.id,
  label: system.label,
  asks: system.settings,
  note: noteOf(system),
}));
