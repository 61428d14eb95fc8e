import { wordSet } from "../text/word-set";

/**
 * Local parts that reach a desk and not a person: RFC 2142, and the same words in the languages of
 * the countries that B2B forms come from. No given names and no initials: 'ar' and 'ap' would be
 * accounts, but they are people in firms that address by initials.
 */
const ROLES = wordSet(`
  info infos information informations sales presales support contact contacts contactus hello hi
  admin admins administrator administration office helpdesk help frontdesk servicedesk marketing
  billing accounts account accounting accountspayable accountsreceivable payables receivables hr
  humanresources people talent jobs job career careers recruiting recruitment recruiter press pr
  media publicrelations noreply donotreply nepasrepondre keineantwort postmaster webmaster hostmaster
  mailmaster abuse security privacy gdpr dpo legal compliance team enquiries enquiry inquiries inquiry
  service services customerservice customerservices customercare customersupport customersuccess
  customer customers clientservices techsupport orders order newsletter newsletters news feedback
  mail email it itsupport finance treasury payroll purchasing procurement purchase vendor vendors
  supplier suppliers invoice invoices invoicing root sysadmin system staff general reception events
  partners partnerships partner subscribe unsubscribe subscriptions mailerdaemon bounce bounces noc ftp
  www usenet uucp news everyone all allstaff shop store webshop bookings booking reservations
  investors investorrelations donations members membership management board secretary ceo cto cfo
  export exports import logistics warehouse quality training webinar webinars demo trial ask
  kontakt kontor post firmapost salg faktura kundeservice kundservice kundenservice kundendienst
  vertrieb verkauf einkauf buchhaltung bewerbung bewerbungen personal personalabteilung zentrale
  anfrage anfragen rechnung rechnungen auftrag bestellung presse empfang sekretariat geschaeftsfuehrung
  ventas contacto comercial administracion facturacion soporte compras atencionalcliente rrhh
  empleo recepcion ventes accueil commercial comptabilite facturation recrutement achats secretariat
  direction servicecommercial serviceclient contato vendas financeiro atendimento suporte faturamento
  contabilidade recursoshumanos vendite amministrazione segreteria ufficio
  ufficioacquisti ufficiocommerciale acquisti contatti assistenza fatturazione commerciale kontakta
  forsaljning ekonomi inkop myynti asiakaspalvelu laskutus tiedustelut verkoop inkoop administratie
  boekhouding klantenservice biuro sprzedaz ksiegowosc sekretariaat obchod fakturace prodej ertekesites
  iletisim satis destek muhasebe bilgi zakaz zakupki prodazhi buh kadry
  инфо информация продажи поддержка контакт бухгалтерия отдел مبيعات معلومات دعم
  信息 客服 销售 联系 営業 問い合わせ お問い合わせ サポート 문의 영업
`);

/** What says of a desk which one it is: 'sales-emea', 'info.uk', 'hr_department'. */
const QUALIFIERS = wordSet(`
  team dept department desk group office global international world europe eu emea apac latam amer na
  us usa uk gb de dk no se fi fr es it nl be ch at pl pt br mx ca au nz in jp cn sg ie za north south
  east west nordic nordics dach benelux manager director lead head
`);

/**
 * True where the part before the @ is a desk's (info, sales-emea, noreply2), with or without a tag
 * after +. A role word beside anything that could be a name (mark.sales) is a person.
 */
export function isRoleAddress(localPart: string): boolean {
  const untagged = (localPart.split("+")[0] ?? "").normalize("NFKC").toLowerCase();
  const parts = untagged.split(/[._-]+/).map((part) => part.replace(/(?<=\D)\d{1,3}$/, ""));
  if (ROLES.has(parts.join(""))) return true;
  const [first = "", ...rest] = parts.filter((part) => part !== "");
  return ROLES.has(first) && rest.every((part) => ROLES.has(part) || isQualifier(part));
}

const isQualifier = (part: string) => QUALIFIERS.has(part) || /^\d+$/.test(part);
