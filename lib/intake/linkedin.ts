import { entryOf } from "@/lib/platform/entry-of";
import { isPlaceholder } from "@/lib/standard/values/placeholder";
import { plainText } from "./text/plain-text";

type LinkedinAnswer = { ok: true; url: string } | { ok: false; reason: string };

/** What else lives on linkedin.com, by the first part of the path. */
const OTHERS: Record<string, string> = {
  company: "is a company's page, not a person's",
  companies: "is a company's page, not a person's",
  organization: "is a company's page, not a person's",
  school: "is a school's page, not a person's",
  edu: "is a school's page, not a person's",
  showcase: "is a product's page, not a person's",
  products: "is a product's page, not a person's",
  groups: "is a group's page, not a person's",
  jobs: "is a job's page, not a person's",
  events: "is an event's page, not a person's",
  learning: "is a course, not a person's page",
  newsletters: "is a newsletter, not a person's page",
  pulse: "is an article, not a person's page",
  posts: "is a post, not a person's page",
  feed: "is a post, not a person's page",
  search: "is a search, not a person's page",
  sales: "is a Sales Navigator link, which only its owner can open",
  talent: "is a Recruiter link, which only its owner can open",
  recruiter: "is a Recruiter link, which only its owner can open",
  profile: "is an old link that says who only to LinkedIn; the current one has /in/ in it",
  pub: "is an old public profile link; the current one has /in/ in it",
};

/** Three to a hundred letters, digits and hyphens, in any script (LinkedIn help, custom URLs). */
const SLUG = /^[\p{L}\p{M}\p{N}_-]{2,100}$/u;

/** LinkedIn's own id of a person stands in the place of a name, and is told apart by its case. */
const INNER_ID = /^AC[A-Za-z]AA[\w-]{10,90}$/;
/** One address of a person has far fewer characters. */
const LONGEST_TYPED = 2_000;

const refuse = (reason: string): LinkedinAnswer => ({ ok: false, reason });

/**
 * The canonical address of a person's LinkedIn profile (spec C1.6):
 * `https://www.linkedin.com/in/slug`, without country host, language, query and fragment.
 */
export function linkedinProfile(text: string): LinkedinAnswer {
  const typed = plainText(text);
  if (typed === "") return refuse("is empty");
  const url = typed.length > LONGEST_TYPED ? null : URL.parse(withHost(typed));
  if (!url || !/^https?:$/.test(url.protocol)) return refuse("is not a web address");
  if (url.hostname === "lnkd.in") return refuse("is a short link; open it and copy where it leads");
  if (!/(^|\.)linkedin\.com$/.test(url.hostname)) return refuse("is not on linkedin.com");
  const path = url.pathname.replace(/^\/(?:mwlite|comm|m)(?=\/)/, "");
  const [section = "", name = ""] = (fromPublic(path) ?? path).split("/").filter(Boolean);
  if (section.toLowerCase() !== "in")
    return refuse(entryOf(OTHERS, section.toLowerCase()) ?? "is not a person's profile");
  const slug = decoded(name);
  if (!slug || !SLUG.test(slug) || isPlaceholder(slug) || slug === "username")
    return refuse("has no profile name after /in/");
  return { ok: true, url: `https://www.linkedin.com/in/${encodeURIComponent(slug)}` };
}

/**
 * Until 2015 an address ended in three numbers, which are now one, from the last to the first:
 * `/pub/ao-xu/30/a72/a29` is `/in/ao-xu-a29a7230`.
 */
function fromPublic(path: string): string | null {
  const parts = /^\/pub\/([^/]+)\/([\da-f]{1,3})\/([\da-f]{1,3})\/([\da-f]{1,3})(?:\/|$)/i.exec(
    path,
  );
  if (!parts) return null;
  const [, name = "", first = "", second = "", third = ""] = parts;
  return `/in/${name}-${third.padStart(3, "0")}${second.padStart(3, "0")}${first}`;
}

/** What people leave out when they type the address by hand. */
function withHost(typed: string): string {
  if (/^\/?in\//i.test(typed)) return `https://www.linkedin.com/${typed.replace(/^\//, "")}`;
  return /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed.replace(/^\/\//, "")}`;
}

function decoded(slug: string): string | null {
  if (INNER_ID.test(slug)) return slug;
  try {
    return decodeURIComponent(slug).normalize("NFC").toLowerCase().normalize("NFC");
  } catch {
    return null;
  }
}
