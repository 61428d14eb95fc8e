import { isPlaceholder } from "@/lib/standard/placeholder";
import { plainText } from "./plain-text";

export type LinkedinAnswer =
  | { ok: true; url: string; slug: string }
  | { ok: false; reason: string };

/** What else lives on linkedin.com, by the first part of the path. */
const OTHERS: Record<string, string> = {
  company: "is a company's page, not a person's",
  school: "is a school's page, not a person's",
  showcase: "is a product's page, not a person's",
  groups: "is a group's page, not a person's",
  jobs: "is a job's page, not a person's",
  posts: "is a post, not a person's page",
  feed: "is a post, not a person's page",
  sales: "is a Sales Navigator link, which only its owner can open",
  pub: "is an old public profile link; the current one has /in/ in it",
};

/** Three to a hundred letters, digits and hyphens, in any script (LinkedIn help, custom URLs). */
const SLUG = /^[\p{L}\p{M}\p{N}_-]{2,100}$/u;

const refuse = (reason: string): LinkedinAnswer => ({ ok: false, reason });

/**
 * The canonical address of a person's LinkedIn profile (spec C1.6):
 * `https://www.linkedin.com/in/slug`, without country host, language, query and fragment.
 */
export function linkedinProfile(text: string): LinkedinAnswer {
  const typed = plainText(text);
  if (typed === "") return refuse("is empty");
  const url = URL.parse(withHost(typed));
  if (!url || !/^https?:$/.test(url.protocol)) return refuse("is not a web address");
  if (!/(^|\.)linkedin\.com$/.test(url.hostname)) return refuse("is not on linkedin.com");
  const [section = "", name = ""] = url.pathname
    .replace(/^\/mwlite(?=\/)/, "")
    .split("/")
    .filter(Boolean);
  if (section.toLowerCase() !== "in")
    return refuse(OTHERS[section.toLowerCase()] ?? "is not a person's profile");
  const slug = decoded(name);
  if (!slug || !SLUG.test(slug) || isPlaceholder(slug) || slug === "username")
    return refuse("has no profile name after /in/");
  return { ok: true, slug, url: `https://www.linkedin.com/in/${encodeURIComponent(slug)}` };
}

/** What people leave out when they type the address by hand. */
function withHost(typed: string): string {
  if (/^\/?in\//i.test(typed)) return `https://www.linkedin.com/${typed.replace(/^\//, "")}`;
  return /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed.replace(/^\/\//, "")}`;
}

function decoded(slug: string): string | null {
  try {
    return decodeURIComponent(slug).normalize("NFC").toLowerCase().normalize("NFC");
  } catch {
    return null;
  }
}
