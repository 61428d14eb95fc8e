import type { QueueLine } from "../queue-line";

/** Each browser decides for itself; none is asked before somebody pressed a button. */
const CHOICE = "baton-notify";

export type NotifyChoice = "off" | "on" | "blocked" | "impossible";

export function notifyChoice(): NotifyChoice {
  if (!("Notification" in window)) return "impossible";
  if (Notification.permission === "denied") return "blocked";
  const on = Notification.permission === "granted" && localStorage.getItem(CHOICE) === "on";
  return on ? "on" : "off";
}

/** Switches notifications on, asking the browser's leave, or off. Only from a press. */
export async function chooseNotify(on: boolean): Promise<NotifyChoice> {
  localStorage.setItem(CHOICE, on ? "on" : "off");
  if (on && Notification.permission === "default") await Notification.requestPermission();
  return notifyChoice();
}

/** Shows one on the desktop, where it was switched on. Two tabs make one of it. */
function notify(title: string, options: NotificationOptions, open: () => void) {
  if (notifyChoice() !== "on") return;
  const notification = new Notification(title, options);
  notification.onclick = () => {
    window.focus();
    open();
    notification.close();
  };
}

/** Notifies of one new lead; `open` goes to it. */
export function notifyOf({ leadId, name, companyName, trigger }: QueueLine, open: () => void) {
  const body = [companyName, trigger].filter(Boolean).join("\n");
  notify(`New lead: ${name}`, { body, tag: leadId }, open);
}

/** Notifies in one word: "23 new leads". */
export function notifyOfMany(words: string) {
  notify(words, { tag: "baton-many" }, () => {});
}
