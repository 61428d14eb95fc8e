/**
 * Legal forms that say nothing about a company but how it is registered, as bare lower-case
 * letters; from the ISO 20275 list of entity legal forms (GLEIF), main jurisdictions.
 */
const FORMS = new Set(
  `inc incorporated llc llp lllp llpc pllc plc ulc lp ltd limited limitedliabilitycompany lc
   limitedliabilitypartnership publiclimitedcompany privatelimited privatelimitedcompany pvtltd pvt
   pteltd pte ptyltd pty proprietarylimited cic
   gmbh ggmbh mbh gmbhcokg gmbhcokgaa agcokg agcokgaa secokg secokgaa ugcokg kgaa kg ohg gbr ag ug
   ughaftungsbeschrankt ek ev eg gesmbh aktiengesellschaft gesellschaftmitbeschrankterhaftung se
   as asa ans da ba nuf enk hf ehf ab abp abpubl hb kb aps ks is oy oyj oyab ky
   sa sas sasu sarl eurl snc sca scop gie srl sprl bvba bv nv vof cvba
   spa sapa srls scarl sl slu sll sau cb sociedadanonima sociedadlimitada lda ltda limitada eireli
   sadecv sabdecv saderlcv sderldecv sapidecv sac saic eirl
   spzoo spzook spkom spolkazoo społkazoo społkazograniczonaodpowiedzialnoscia spolkaakcyjna społkaakcyjna
   sro spolsro doo dd dno kft zrt nyrt rt eood ood ead uab sia ou oü asi
   kk kabushikikaisha gk godokaisha yk sdnbhd bhd tbk pt fzco fze fzllc dmcc wll pjsc jsc ojsc
   anonimsirketi ltdsti limitedsirketi aş
   ооо оао зао пао ао ип тов αε επε ικε`.split(/\s+/),
);

/** Forms that are words or names too; they count only where written as a form (S.p.A., SPA, A/S). */
const ALSO_WORDS = new Set(
  "spa sas asa da is ba pt pte sia se ou rt cb hf dd ks kb hb ev eg ek ky sau sac asi sca bv is ag ao тов".split(
    " ",
  ),
);

/** Forms that stand in front of the name where they are used. */
const LEADING = new Set("pt uab sia ооо оао зао пао ао ooo oao zao pao".split(" "));

/** Written without a space before or after the name. */
const EAST_ASIAN =
  "株式会社|有限会社|合同会社|合名会社|㈱|㈲|\\(株\\)|（株）|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|㈜|\\(주\\)|（주）";
const EAST_ASIAN_FIRST = new RegExp(`^(?:${EAST_ASIAN})\\s*(?=.)`, "u");
const EAST_ASIAN_LAST = new RegExp(`(?<=.)\\s*(?:${EAST_ASIAN})$`, "u");

/** The longest form has this many words: Sp. z o. o. sp. k. */
const LONGEST = 6;

const bare = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}]/gu, "");

/** A company's name without one legal form at either end; the same where it has none. */
export function withoutLegalForm(name: string): string {
  const eastern = name.replace(EAST_ASIAN_FIRST, "").replace(EAST_ASIAN_LAST, "");
  const words = eastern.split(" ");
  if (LEADING.has(bare(words[0] ?? "")) && words.length > 1 && isWrittenAsForm(words[0] ?? ""))
    return words.slice(1).join(" ");
  for (let length = Math.min(LONGEST, words.length - 1); length > 0; length -= 1) {
    const tail = words.slice(-length).join(" ");
    const form = bare(tail);
    if (FORMS.has(form) && (!ALSO_WORDS.has(form) || isWrittenAsForm(tail)))
      return withoutLooseEnd(words.slice(0, -length).join(" "), name);
  }
  return eastern;
}

/** Points or a slash between letters, or no word's case: S.p.A., A/S, SpA, GMBH. */
const isWrittenAsForm = (text: string) =>
  /[./]/.test(text) || /\p{Lu}.*\p{Lu}/u.test(text) || text === text.toLowerCase();

/** What joined the form to the name goes with it; where nothing would be left, the form stays. */
function withoutLooseEnd(rest: string, name: string): string {
  const clean = rest.replace(/(?:[\s,;&+./-]|\s(?:and|und|et|y|og|och)$)+$/iu, "");
  return /[\p{L}\p{N}]/u.test(clean) && !/^the$/i.test(clean) ? clean : name;
}
