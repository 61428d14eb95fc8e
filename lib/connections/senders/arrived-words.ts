type Taken = {
  leads: number;
  accepted: number;
  repeated: number;
  /** Records that are read back. */
  changed?: number;
  /** Contacts that are no more there. */
  gone?: number;
  /** Leads that the sender deleted for privacy. */
  purged?: number;
  /** Contacts that became one with another there. */
  merged?: number;
  /** It was the sender's test. */
  test?: boolean;
  reasons: readonly string[];
};

/** As many reasons as say what is wrong. */
const TOLD = 3;

const counted = (count: number, one: string, many: string) =>
  count > 0 && `${count} ${count === 1 ? one : many}`;

/** What became of an event, in words: '2 leads, 1 activity; not read: email is missing'. */
export function arrivedWords(came: Taken): string {
  const {
    leads,
    accepted,
    repeated,
    changed = 0,
    gone = 0,
    merged = 0,
    purged = 0,
    test = false,
    reasons,
  } = came;
  const taken = [
    test && "a test arrived; nothing of it is taken",
    counted(leads, "lead", "leads"),
    counted(accepted, "activity", "activities"),
    counted(repeated, "activity known already", "activities known already"),
    counted(changed, "record to be read back", "records to be read back"),
    counted(
      gone,
      "contact deleted there, which stays here",
      "contacts deleted there, which stay here",
    ),
    counted(
      purged,
      "lead deleted there for privacy, which stays here: admins were told",
      "leads deleted there for privacy, which stay here: admins were told",
    ),
    counted(merged, "merge, followed here", "merges, followed here"),
  ].filter(Boolean);
  const more = reasons.length > TOLD ? `; and ${reasons.length - TOLD} more` : "";
  const refused = reasons.length > 0 && `not read: ${reasons.slice(0, TOLD).join("; ")}${more}`;
  return [taken.join(", ") || (refused ? "" : "nothing of use"), refused]
    .filter(Boolean)
    .join("; ");
}
