/** What people write between the registered name and the one a company trades under. */
const CERTAIN = "d\\/b\\/a|doing business as|t\\/a|trading as|o\\/a|operating as";
/** The registered name stands before, and something stands after. */
const TRADING_AS = new RegExp(`^.*\\S\\s*\\(?\\b(?:${CERTAIN})\\b[:.]?\\s+(?=\\S)`, "iu");
/**
 * DBA is also who looks after a database (Remote DBA Experts): it counts in small letters, in a
 * name that is all capitals, or after a comma or a legal form.
 */
const DBA = /^.*\S\s*\(?\bdba\b[:.]?\s+(?=\S)/u;
const DBA_CAPITALS = /^.*\S\s*\(?\bDBA\b[:.]?\s+(?=\S)/u;
const DBA_AFTER_FORM =
  /^.*(?:,|\b(?:inc|llc|ltd|limited|corp|co|lp|llp)\.?,?)\s+\(?DBA\b[:.]?\s+(?=\S)/iu;

/** What a company was, or is also called, and is not any more or not first. */
const FORMERLY =
  /\s*(?:\((?:formerly|f\/?k\/?a|previously|a\/k\/a|aka|ehemals|vormals|tidligere|anciennement)\b[^)]*\)|[,;]?\s(?:formerly known as|formerly|f\/k\/a|a\/k\/a|also known as|vormals)\s.*$)/giu;

/** The name a company trades under, where the text gives both; the text itself where it does not. */
export function tradeName(text: string): string {
  const current = text.replace(FORMERLY, "");
  const name = current.trim() === "" ? text : current;
  const capitals = !/\p{Ll}/u.test(name);
  for (const pattern of [TRADING_AS, DBA, DBA_AFTER_FORM, ...(capitals ? [DBA_CAPITALS] : [])]) {
    const traded = name.replace(pattern, "");
    if (traded !== name && /[\p{L}\p{N}]/u.test(traded)) return withoutLooseBracket(traded);
  }
  return name;
}

const withoutLooseBracket = (name: string) =>
  name.includes("(") ? name : name.replace(/\)\s*$/, "");
